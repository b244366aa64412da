"""Writes random.json: the numbers that PyTorch draws after manual_seed(42). Run with the python that has torch."""
import json
import pathlib

import torch


def drawn(make):
    torch.manual_seed(42)
    return [float(x) for x in make().flatten()]


golden = {
    "rand": drawn(lambda: torch.rand(20)),
    "randn": drawn(lambda: torch.randn(20)),
    "randn_double": drawn(lambda: torch.randn(5, dtype=torch.float64)),
    "randint": drawn(lambda: torch.randint(0, 100, (10,))),
    "randperm": drawn(lambda: torch.randperm(10)),
    "bernoulli": drawn(lambda: torch.empty(10).bernoulli_(0.3)),
    "multinomial": drawn(lambda: torch.tensor([1.0, 2.0, 3.0]).multinomial(10, True)),
    "normal": drawn(lambda: torch.empty(10).normal_(2, 3)),
}
pathlib.Path(__file__).with_name("random.json").write_text(json.dumps(golden, indent=1) + "\n")
