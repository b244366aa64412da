"""Writes steps.json and schedules.json: parameters after optimizer steps, learning rates over epochs (PyTorch 1.13).

    /usr/bin/python3 make.py

Step t gives parameter k the gradient cos(i + t + k) / (k + 1) at flat index i; OptimizerGoldenTests computes the same.
"""
import json
import os

import torch
from torch import optim
from torch.optim import lr_scheduler

HERE = os.path.dirname(os.path.abspath(__file__))
SHAPES = [(2, 3), (4,)]
KEPT = (1, 2, 7)

OPTIMIZERS = {
    "SGD": (optim.SGD, dict(lr=0.1)),
    "SGD momentum": (optim.SGD, dict(lr=0.1, momentum=0.9)),
    "SGD dampening decay": (optim.SGD, dict(lr=0.1, momentum=0.8, dampening=0.3, weight_decay=0.05)),
    "SGD nesterov": (optim.SGD, dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)),
    "SGD maximize": (optim.SGD, dict(lr=0.1, momentum=0.9, maximize=True)),
    "Adam": (optim.Adam, dict(lr=0.01)),
    "Adam decay": (optim.Adam, dict(lr=0.02, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1)),
    "Adam amsgrad": (optim.Adam, dict(lr=0.05, betas=(0.5, 0.6), amsgrad=True)),
    "Adam maximize": (optim.Adam, dict(lr=0.01, maximize=True)),
    "AdamW": (optim.AdamW, dict(lr=0.01, betas=(0.9, 0.999), weight_decay=0.1)),
    "AdamW amsgrad": (optim.AdamW, dict(lr=0.05, betas=(0.5, 0.6), weight_decay=0.01, amsgrad=True)),
    "RMSProp": (optim.RMSprop, dict(lr=0.01)),
    "RMSProp centered": (optim.RMSprop, dict(lr=0.01, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.1)),
    "Adagrad": (optim.Adagrad, dict(lr=0.1)),
    "Adagrad decay": (optim.Adagrad, dict(lr=0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2)),
    "Adadelta": (optim.Adadelta, dict(lr=1.0)),
    "Adadelta decay": (optim.Adadelta, dict(lr=0.5, rho=0.8, eps=1e-4, weight_decay=0.1)),
    "SGD groups": (optim.SGD, dict(lr=0.1, momentum=0.5)),
    "Adam groups": (optim.Adam, dict(lr=0.01)),
    "AdamW groups": (optim.AdamW, dict(lr=0.01, weight_decay=0.01)),
    "RMSProp groups": (optim.RMSprop, dict(lr=0.01, momentum=0.5)),
    "Adagrad groups": (optim.Adagrad, dict(lr=0.1)),
    "Adadelta groups": (optim.Adadelta, dict(lr=1.0)),
}


def values(tensor):
    digits = "%.9g" if tensor.dtype == torch.float32 else "%.17g"
    return [float(digits % v) for v in tensor.detach().reshape(-1).tolist()]


def gradient(k, t, like):
    flat = (torch.arange(like.numel(), dtype=torch.float64) + t + k).cos() / (k + 1)
    return flat.to(like.dtype).reshape(like.shape)


def steps():
    for identity, (kind, options) in OPTIMIZERS.items():
        for name, dtype in (("float32", torch.float32), ("float64", torch.float64)):
            params = [torch.linspace(-1, 1, n, dtype=dtype).reshape(s).requires_grad_() for s, n in ((SHAPES[0], 6), (SHAPES[1], 4))]
            groups = [{"params": [params[0]], "lr": 0.05}, {"params": [params[1]], "weight_decay": 0.2}]
            optimizer = kind(groups if identity.endswith("groups") else params, **options)
            after = {}
            for t in range(1, max(KEPT) + 1):
                for k, p in enumerate(params):
                    p.grad = gradient(k, t, p)
                optimizer.step()
                if t in KEPT:
                    after[t] = [values(p) for p in params]
            yield {"id": identity, "dtype": name, "after": after}


SCHEDULERS = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 3, 0.5),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, [2, 5, 6], 0.3),
    "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, 0.9),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, 5, 0.01),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda epoch: 0.95 ** epoch + epoch / 100),
    "MultiplicativeLR": lambda o: lr_scheduler.MultiplicativeLR(o, lambda epoch: 1 - epoch / 50),
    "ConstantLR": lambda o: lr_scheduler.ConstantLR(o, 0.25, 4),
    "LinearLR": lambda o: lr_scheduler.LinearLR(o, 0.3, 0.9, 6),
    "PolynomialLR": lambda o: lr_scheduler.PolynomialLR(o, 6, 2.0),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, 1.5, total_steps=13),
    "OneCycleLR linear": lambda o: lr_scheduler.OneCycleLR(o, 1.5, epochs=3, steps_per_epoch=4, pct_start=0.4, anneal_strategy="linear", div_factor=10, final_div_factor=100),
    "OneCycleLR three phases": lambda o: lr_scheduler.OneCycleLR(o, 1.5, total_steps=13, three_phase=True),
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.9, step_size_up=3),
    "CyclicLR triangular2": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.9, step_size_up=2, step_size_down=3, mode="triangular2"),
    "CyclicLR exponential": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.9, step_size_up=2, mode="exp_range", gamma=0.9, cycle_momentum=False),
    "SequentialLR": lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)], [4]),
    "ChainedLR": lambda o: lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)]),
}
PLATEAU = [1.0, 0.9, 0.9, 0.95, 0.91, 0.7, 0.7001, 0.7, 0.71, 0.72, 0.71, 0.70005]


def schedules():
    for identity, build in SCHEDULERS.items():
        params = [torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)]
        optimizer = optim.SGD([{"params": [params[0]]}, {"params": [params[1]], "lr": 0.2}], lr=1.0, momentum=0.9)
        scheduler = build(optimizer)
        rates, momenta = [], []
        for epoch in range(12):
            rates.append([g["lr"] for g in optimizer.param_groups])
            momenta.append([g["momentum"] for g in optimizer.param_groups])
            optimizer.step()
            scheduler.step()
        yield {"id": identity, "rates": rates, "momenta": momenta}
    for identity, options in {
        "ReduceLROnPlateau": dict(factor=0.5, patience=1),
        "ReduceLROnPlateau cooldown": dict(factor=0.1, patience=0, cooldown=2, min_lr=0.05),
        "ReduceLROnPlateau max": dict(mode="max", factor=0.5, patience=1, threshold=0.01, threshold_mode="abs"),
    }.items():
        optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
        scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, **options)
        rates = []
        for value in PLATEAU:
            optimizer.step()
            scheduler.step(value)
            rates.append([optimizer.param_groups[0]["lr"]])
        yield {"id": identity, "metrics": PLATEAU, "rates": rates}


def write(name, cases):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")
    print(name, len(cases), "cases")


if __name__ == "__main__":
    write("steps.json", list(steps()))
    write("schedules.json", list(schedules()))
