"""Golden values of the cells: outputs, final states and all gradients, from PyTorch.

    python3 make.py        writes cells.json beside this file

Where PyTorch has the layer (nn.RNN, nn.LSTM, nn.GRU), the layer computes; the other cells are written out from their papers'
equations. Weights are kept in the library's layout: (features, gates x hidden), gates in the library's order, one bias.
Every case's loss is sum(outputs ** 2) / 2 + sum(final state).
"""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
FEATURES, HIDDEN = 3, 4
GATES = {"BasicLstm": 4, "PeepholeLstm": 4, "LayerNormLstm": 4, "Gru": 3, "BasicRnn": 1}


def weights(kind, extra):
    g = GATES[kind]
    names = {
        "BasicRnn": {"Wx": (FEATURES, HIDDEN), "Wh": (HIDDEN, HIDDEN), "B": (HIDDEN,)},
        "BasicLstm": {"Kernel": (FEATURES, g * HIDDEN), "RecurrentKernel": (HIDDEN, g * HIDDEN), "Bias": (g * HIDDEN,)},
        "Gru": {"Wx": (FEATURES, g * HIDDEN), "Wh": (HIDDEN, g * HIDDEN), "B": (g * HIDDEN,)},
    }
    shapes = dict(names.get(kind, names["BasicLstm"]))
    shapes.update(extra)
    return {name: (torch.randn(shape) * 0.6).requires_grad_() for name, shape in shapes.items()}


def whole(kind, w, relu, x, state):
    """A sequence through the kernel of nn.RNN, nn.LSTM or nn.GRU, with gradients into this case's weights."""
    has_biases, options = True, (1, 0.0, False, False, True)  # layers, dropout, training, bidirectional, batch first
    first = [s.unsqueeze(0) for s in state]
    if kind == "BasicRnn":
        flat = [w["Wx"].t(), w["Wh"].t(), w["B"], torch.zeros_like(w["B"])]
        kernel = torch._VF.rnn_relu if relu else torch._VF.rnn_tanh
        out, h = kernel(x, first[0], flat, has_biases, *options)
        return out, [h[0]]
    if kind == "BasicLstm":
        flat = [w["Kernel"].t(), w["RecurrentKernel"].t(), w["Bias"], torch.zeros_like(w["Bias"])]
        out, h, c = torch._VF.lstm(x, first, flat, has_biases, *options)
        return out, [h[0], c[0]]
    # nn.GRU: reset, update, candidate; the candidate's second bias inside the reset product
    swap = lambda a: torch.cat([a[..., HIDDEN:2 * HIDDEN], a[..., :HIDDEN], a[..., 2 * HIDDEN:]], -1)
    flat = [swap(w["Wx"]).t(), swap(w["Wh"]).t(), swap(w["B"]), torch.cat([torch.zeros(2 * HIDDEN), w["Bh"]])]
    out, h = torch._VF.gru(x, first[0], flat, has_biases, *options)
    return out, [h[0]]


def step(kind, w, options, x, s):
    """One step from the equations, for what PyTorch has no layer for."""
    if kind == "Gru":
        h = s[0]
        xz, xr, xc = (x @ w["Wx"] + w["B"]).chunk(3, -1)
        wz, wr, wc = w["Wh"].chunk(3, -1)
        z, r = torch.sigmoid(xz + h @ wz), torch.sigmoid(xr + h @ wr)
        c = torch.tanh(xc + (r * (h @ wc + w["Bh"]) if options["reset"] == "AfterProduct" else (r * h) @ wc))
        return [z * h + (1 - z) * c if options["update"] == "KeepsState" else (1 - z) * h + z * c]
    h, c = s
    if kind == "PeepholeLstm":
        i, f, g, o = (x @ w["Kernel"] + h @ w["RecurrentKernel"] + w["Bias"]).chunk(4, -1)
        i, f = torch.sigmoid(i + w["Pi"] * c), torch.sigmoid(f + w["Pf"] * c)
        c = f * c + i * torch.tanh(g)
        return [torch.sigmoid(o + w["Po"] * c) * torch.tanh(c), c]
    norm = lambda v: (v - v.mean(-1, keepdim=True)) / torch.sqrt(v.var(-1, unbiased=False, keepdim=True) + 1e-5)
    i, f, g, o = (w["InputGain"] * norm(x @ w["Kernel"]) + w["RecurrentGain"] * norm(h @ w["RecurrentKernel"]) + w["Bias"]).chunk(4, -1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return [torch.sigmoid(o) * torch.tanh(w["CellGain"] * norm(c) + w["CellBias"]), c]


def run(kind, w, options, x, state):
    real = kind in ("BasicRnn", "BasicLstm") or options == {"update": "KeepsState", "reset": "AfterProduct"}
    if real:
        return whole(kind, w, options.get("relu", False), x, state)
    outputs = []
    for t in range(x.shape[1]):
        state = step(kind, w, options, x[:, t], state)
        outputs.append(state[0])
    return torch.stack(outputs, 1), state


def case(kind, options, extra, batch, steps, lengths):
    w = weights(kind, extra)
    parts = 2 if kind.endswith("Lstm") else 1
    x = torch.randn(batch, steps, FEATURES, requires_grad=True)
    initial = [torch.randn(batch, HIDDEN).mul(0.5).requires_grad_() for _ in range(parts)]
    outs, finals = [], []
    for i in range(batch):  # one sample at a time, so that a length of 0 needs no special case
        n = lengths[i] if lengths else steps
        own = [part[i:i + 1] for part in initial]
        out, final = run(kind, w, options, x[i:i + 1, :n], own) if n else (torch.zeros(1, 0, HIDDEN), own)
        outs.append(torch.cat([out, torch.zeros(1, steps - n, HIDDEN)], 1))
        finals.append(final)
    outputs = torch.cat(outs)
    final = [torch.cat([f[p] for f in finals]) for p in range(parts)]
    (outputs.pow(2).sum() / 2 + sum(f.sum() for f in final)).backward()
    return {
        "kind": kind, **options, "lengths": lengths, "weights": {n: v.tolist() for n, v in w.items()}, "inputs": x.tolist(),
        "initial": [v.tolist() for v in initial], "outputs": outputs.tolist(), "final": [v.tolist() for v in final],
        "gradients": {n: v.grad.tolist() for n, v in w.items()}, "inputGradient": x.grad.tolist(),
        "initialGradients": [v.grad.tolist() for v in initial],
    }


def main():
    torch.manual_seed(20)
    h, g = (HIDDEN,), (4 * HIDDEN,)
    kinds = [("BasicRnn", {"relu": False}, {}), ("BasicRnn", {"relu": True}, {}), ("BasicLstm", {}, {}),
             ("PeepholeLstm", {}, {"Pi": h, "Pf": h, "Po": h}),
             ("LayerNormLstm", {}, {"InputGain": g, "RecurrentGain": g, "CellGain": h, "CellBias": h})]
    kinds += [("Gru", {"update": u, "reset": r}, {"Bh": h} if r == "AfterProduct" else {})
              for u in ("KeepsState", "TakesCandidate") for r in ("BeforeProduct", "AfterProduct")]
    shapes = [(3, 5, None), (1, 1, None), (3, 5, [5, 2, 0]), (1, 4, [3])]
    rounded = lambda v: [rounded(i) for i in v] if isinstance(v, list) else round(v, 8) if isinstance(v, float) else v
    cases = []
    for kind, options, extra in kinds:
        for batch, steps, lengths in shapes:
            made = case(kind, options, extra, batch, steps, lengths)
            cases.append({k: {n: rounded(i) for n, i in v.items()} if isinstance(v, dict) else rounded(v) for k, v in made.items()})
    text = "[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n"
    pathlib.Path(__file__).with_name("cells.json").write_text(text)
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
