"""Writes random.json: the numbers that PyTorch draws after manual_seed(42). Run with the python that has torch."""
import json
import pathlib

import torch
from torch.nn import init


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
    "rand_double": drawn(lambda: torch.rand(5, dtype=torch.float64)),
    "rand_shape": drawn(lambda: torch.rand(3, 7)),
    "randint_wide": drawn(lambda: torch.randint(-5, 1 << 40, (6,))),
    "exponential": drawn(lambda: torch.empty(10).exponential_(1.5)),
    "uniform": drawn(lambda: torch.empty(10).uniform_(-2, 3)),
    "random": drawn(lambda: torch.empty(10).random_(3, 20)),
    "dropout": drawn(lambda: torch.dropout(torch.ones(40), 0.3, True)),
    "init uniform": drawn(lambda: init.uniform_(torch.empty(4, 5), -1, 2)),
    "init normal": drawn(lambda: init.normal_(torch.empty(4, 5), 1, 2)),
    "init trunc_normal": drawn(lambda: init.trunc_normal_(torch.empty(4, 5), 0.5, 2, -1, 1.5)),
    "init xavier_uniform": drawn(lambda: init.xavier_uniform_(torch.empty(4, 5), 1.5)),
    "init xavier_normal": drawn(lambda: init.xavier_normal_(torch.empty(4, 5))),
    "init kaiming_uniform": drawn(lambda: init.kaiming_uniform_(torch.empty(4, 5), 5 ** 0.5)),
    "init kaiming_normal": drawn(lambda: init.kaiming_normal_(torch.empty(4, 5), mode="fan_out", nonlinearity="relu")),
    "init orthogonal": drawn(lambda: init.orthogonal_(torch.empty(4, 5), 2)),
    "init sparse": drawn(lambda: init.sparse_(torch.empty(4, 5), 0.5)),
    "init eye": drawn(lambda: init.eye_(torch.empty(4, 5))),
    "init dirac": drawn(lambda: init.dirac_(torch.empty(3, 2, 3))),
    "init constant": drawn(lambda: init.constant_(torch.empty(4), 0.3)),
    "normal": drawn(lambda: torch.empty(10).normal_(2, 3)),
}
pathlib.Path(__file__).with_name("random.json").write_text(json.dumps(golden, indent=1) + "\n")
