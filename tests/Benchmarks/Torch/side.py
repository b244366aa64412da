"""PyTorch's side of the comparison: reads "case steps" lines, answers with microseconds a step."""
import sys
import time

import torch


def scratch(batch, steps, features, hidden):
    x = torch.randn(steps, batch, features)
    wx = (torch.randn(features, 4 * hidden) * 0.1).requires_grad_()
    wh = (torch.randn(hidden, 4 * hidden) * 0.1).requires_grad_()
    b = torch.zeros(4 * hidden, requires_grad=True)
    parameters = [wx, wh, b]

    def step():
        h = torch.zeros(batch, hidden)
        c = torch.zeros(batch, hidden)
        for t in range(steps):
            i, f, g, o = (x[t].mm(wx) + h.mm(wh) + b).chunk(4, 1)
            c = f.sigmoid() * c + i.sigmoid() * g.tanh()
            h = o.sigmoid() * c.tanh()
        loss = (h * h).mean()
        loss.backward()
        with torch.no_grad():
            for p in parameters:
                p.add_(p.grad, alpha=-0.01)
                p.grad.zero_()

    return step


def layer(kind, batch, steps, features, hidden):
    x = torch.randn(batch, steps, features)
    module = kind(features, hidden, batch_first=True)
    parameters = list(module.parameters())

    def step():
        y = module(x)[0]
        loss = (y * y).mean()
        loss.backward()
        with torch.no_grad():
            for p in parameters:
                p.add_(p.grad, alpha=-0.01)
                p.grad.zero_()

    return step


def mm():
    a, b = torch.randn(16, 16), torch.randn(16, 16)
    return lambda: a.mm(b)


torch.set_num_threads(int(sys.argv[1]))
clock = time.process_time if sys.argv[2] == "cpu" else time.perf_counter
cases = {
    "scratch-100x28x28-128": scratch(100, 28, 28, 128),
    "scratch-16x50x8-16": scratch(16, 50, 8, 16),
    "lstm-100x28x28-128": layer(torch.nn.LSTM, 100, 28, 28, 128),
    "gru-16x50x8-16": layer(torch.nn.GRU, 16, 50, 8, 16),
    "mm-16x16": mm(),
}
print("ready", flush=True)
for line in sys.stdin:
    name, count = line.split()
    step = cases[name]
    start = clock()
    for _ in range(int(count)):
        step()
    print((clock() - start) / int(count) * 1e6, flush=True)
