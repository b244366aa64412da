"""Shared by the generators: how a tensor, a case and a file of cases are written."""
import json
import os

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def pack(tensor):
    """A tensor as its shape and its values in row-major order; float32 needs nine digits, float64 seventeen."""
    if tensor is None:
        return None
    digits = "%.9g" if tensor.dtype == torch.float32 else "%.17g"
    flat = tensor.detach().reshape(-1).tolist()
    if tensor.is_floating_point():
        flat = [float(digits % value) for value in flat]
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).replace("torch.", ""), "data": flat}


def cotangent(tensor):
    """The gradient that every test sends back: cos(0), cos(1), ... in the tensor's shape."""
    return torch.arange(tensor.numel(), dtype=torch.float64).cos().to(tensor.dtype).reshape(tensor.shape)


def backward(outputs):
    live = [o for o in outputs if o.requires_grad]
    torch.autograd.backward(live, [cotangent(o) for o in live])


def write(name, cases):
    """One case a line: a changed case is one changed line of the diff."""
    path = os.path.join(HERE, name)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")
    print(name, len(cases), "cases", os.path.getsize(path) // 1024, "KiB")
