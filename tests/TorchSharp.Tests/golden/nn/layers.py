"""Writes layers.json: for every layer the initial parameters that seed 7 gives, outputs and all gradients (PyTorch 1.13).

    /usr/bin/python3 layers.py

LayerCases.cs builds the same layers under the same ids.
"""
import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence

from golden import DTYPES, backward, pack, write

SEED = 7


def floats(*shape):
    return lambda dtype: torch.randn(*shape, dtype=dtype, requires_grad=True)


def integers(high, *shape):
    return lambda dtype: torch.randint(0, high, shape)


def packed(lengths, enforce_sorted=True):
    """Marks the first input as a padded (steps, batch, features) tensor to be packed before the call."""
    return {"lengths": lengths, "enforce_sorted": enforce_sorted}


def recurrent():
    for kind in ("RNN", "LSTM", "GRU"):
        state = [floats(1, 2, 3)] * (2 if kind == "LSTM" else 1)
        states4 = [floats(4, 2, 3)] * (2 if kind == "LSTM" else 1)
        layer = getattr(nn, kind)
        yield f"{kind}", lambda **d: layer(2, 3, **d), [floats(4, 2, 2)]
        yield f"{kind} batch 1 length 1", lambda **d: layer(2, 3, **d), [floats(1, 1, 2)]
        yield f"{kind} length 1", lambda **d: layer(2, 3, **d), [floats(1, 3, 2)]
        yield f"{kind} empty batch", lambda **d: layer(2, 3, **d), [floats(4, 0, 2)]
        yield f"{kind} initial state", lambda **d: layer(2, 3, **d), [floats(4, 2, 2), *state]
        yield f"{kind} no bias", lambda **d: layer(2, 3, bias=False, **d), [floats(3, 2, 2)]
        yield f"{kind} batch first", lambda **d: layer(2, 3, batch_first=True, **d), [floats(2, 4, 2)]
        yield f"{kind} two layers both ways", lambda **d: layer(2, 3, num_layers=2, bidirectional=True, **d), [floats(3, 2, 2), *states4]
        yield f"{kind} dropout", lambda **d: layer(2, 3, num_layers=2, dropout=0.5, **d), [floats(3, 2, 2)]
        yield f"{kind} no batch axis", lambda **d: layer(2, 3, **d), [floats(4, 2)]
        yield f"{kind} packed", lambda **d: layer(2, 3, **d), [floats(4, 3, 2)], packed([4, 3, 1])
        yield f"{kind} packed unsorted both ways", lambda **d: layer(2, 3, bidirectional=True, **d), [floats(4, 3, 2)], packed([2, 4, 1], False)
    yield "RNN relu", lambda **d: nn.RNN(2, 3, nonlinearity="relu", **d), [floats(4, 2, 2)]
    yield "RNNCell", lambda **d: nn.RNNCell(2, 3, **d), [floats(2, 2)]
    yield "RNNCell relu state", lambda **d: nn.RNNCell(2, 3, nonlinearity="relu", **d), [floats(2, 2), floats(2, 3)]
    yield "LSTMCell", lambda **d: nn.LSTMCell(2, 3, **d), [floats(2, 2)]
    yield "LSTMCell state", lambda **d: nn.LSTMCell(2, 3, **d), [floats(1, 2), floats(1, 3), floats(1, 3)]
    yield "RNNCell empty batch", lambda **d: nn.RNNCell(2, 3, **d), [floats(0, 2)]
    yield "LSTMCell empty batch", lambda **d: nn.LSTMCell(2, 3, **d), [floats(0, 2)]
    yield "GRUCell empty batch", lambda **d: nn.GRUCell(2, 3, **d), [floats(0, 2)]
    yield "GRUCell", lambda **d: nn.GRUCell(2, 3, **d), [floats(2, 2)]
    yield "GRUCell state", lambda **d: nn.GRUCell(2, 3, bias=False, **d), [floats(2, 2), floats(2, 3)]


def dense():
    yield "Linear", lambda **d: nn.Linear(4, 3, **d), [floats(2, 4)]
    yield "Linear no bias", lambda **d: nn.Linear(4, 3, bias=False, **d), [floats(1, 4)]
    yield "Linear three axes", lambda **d: nn.Linear(4, 3, **d), [floats(2, 3, 4)]
    yield "Linear one axis", lambda **d: nn.Linear(4, 3, **d), [floats(4)]
    yield "Linear empty batch", lambda **d: nn.Linear(4, 3, **d), [floats(0, 4)]
    yield "Bilinear", lambda **d: nn.Bilinear(3, 4, 2, **d), [floats(2, 3), floats(2, 4)]
    yield "Bilinear no bias", lambda **d: nn.Bilinear(3, 4, 2, bias=False, **d), [floats(1, 3), floats(1, 4)]
    yield "Bilinear empty batch", lambda **d: nn.Bilinear(3, 4, 2, **d), [floats(0, 3), floats(0, 4)]
    yield "Embedding", lambda **d: nn.Embedding(7, 3, **d), [integers(7, 2, 4)]
    yield "Embedding padding", lambda **d: nn.Embedding(5, 3, padding_idx=2, **d), [integers(5, 3, 4)]
    yield "Embedding max norm", lambda **d: nn.Embedding(5, 3, max_norm=1.0, **d), [integers(5, 6)]
    yield "Embedding by frequency", lambda **d: nn.Embedding(5, 3, scale_grad_by_freq=True, **d), [integers(5, 8)]
    yield "Embedding empty batch", lambda **d: nn.Embedding(5, 3, **d), [integers(5, 0)]


def normalization():
    yield "LayerNorm", lambda **d: nn.LayerNorm(4, **d), [floats(2, 3, 4)]
    yield "LayerNorm two axes", lambda **d: nn.LayerNorm([3, 4], eps=1e-3, **d), [floats(2, 3, 4)]
    yield "LayerNorm plain", lambda **d: nn.LayerNorm(4, elementwise_affine=False, **d), [floats(1, 4)]
    yield "LayerNorm empty batch", lambda **d: nn.LayerNorm(4, **d), [floats(0, 4)]
    yield "BatchNorm1d", lambda **d: nn.BatchNorm1d(4, **d), [floats(3, 4)]
    yield "BatchNorm1d three axes", lambda **d: nn.BatchNorm1d(4, momentum=0.3, **d), [floats(2, 4, 3)]
    yield "BatchNorm1d eval", lambda **d: nn.BatchNorm1d(4, **d).eval(), [floats(1, 4)]
    yield "BatchNorm1d untracked", lambda **d: nn.BatchNorm1d(4, affine=False, track_running_stats=False, **d).eval(), [floats(3, 4)]
    yield "BatchNorm1d eval empty batch", lambda **d: nn.BatchNorm1d(4, **d).eval(), [floats(0, 4)]
    yield "BatchNorm2d batch 1", lambda **d: nn.BatchNorm2d(3, **d), [floats(1, 3, 2, 1)]
    yield "BatchNorm2d eval", lambda **d: nn.BatchNorm2d(3, **d).eval(), [floats(2, 3, 2, 2)]
    yield "BatchNorm2d", lambda **d: nn.BatchNorm2d(3, **d), [floats(2, 3, 2, 2)]
    yield "GroupNorm", lambda **d: nn.GroupNorm(2, 4, **d), [floats(2, 4, 3)]


def convolution():
    yield "Conv1d", lambda **d: nn.Conv1d(2, 3, 3, **d), [floats(2, 2, 6)]
    yield "Conv1d stride padding dilation", lambda **d: nn.Conv1d(2, 4, 3, stride=2, padding=2, dilation=2, groups=2, bias=False, **d), [floats(1, 2, 7)]
    yield "Conv1d circular", lambda **d: nn.Conv1d(2, 3, 3, padding=1, padding_mode="circular", **d), [floats(1, 2, 5)]
    yield "Conv1d reflect", lambda **d: nn.Conv1d(2, 3, 3, padding=1, padding_mode="reflect", **d), [floats(1, 2, 5)]
    yield "Conv1d same", lambda **d: nn.Conv1d(2, 3, 3, padding="same", **d), [floats(2, 2, 5)]
    yield "Conv1d no batch axis", lambda **d: nn.Conv1d(2, 3, 3, **d), [floats(2, 6)]
    yield "Conv1d one position", lambda **d: nn.Conv1d(2, 3, 3, **d), [floats(1, 2, 3)]
    yield "Conv1d empty batch", lambda **d: nn.Conv1d(2, 3, 3, **d), [floats(0, 2, 6)]
    yield "Conv2d", lambda **d: nn.Conv2d(2, 3, 3, **d), [floats(2, 2, 5, 4)]
    yield "Conv2d rectangular", lambda **d: nn.Conv2d(1, 2, (2, 3), stride=(2, 1), padding=(1, 0), dilation=(1, 2), **d), [floats(1, 1, 5, 6)]
    yield "Conv2d replicate", lambda **d: nn.Conv2d(1, 2, 3, padding=1, padding_mode="replicate", **d), [floats(1, 1, 4, 4)]
    yield "Conv2d empty batch", lambda **d: nn.Conv2d(2, 3, 3, **d), [floats(0, 2, 5, 5)]
    yield "ConvTranspose1d", lambda **d: nn.ConvTranspose1d(2, 3, 3, stride=2, padding=1, output_padding=1, **d), [floats(1, 2, 4)]
    yield "ConvTranspose2d", lambda **d: nn.ConvTranspose2d(2, 3, 2, stride=2, **d), [floats(1, 2, 3, 3)]


def pooling():
    yield "MaxPool1d", lambda **d: nn.MaxPool1d(2), [floats(1, 2, 6)]
    yield "MaxPool1d overlapping", lambda **d: nn.MaxPool1d(3, stride=1, padding=1), [floats(1, 2, 5)]
    yield "MaxPool2d", lambda **d: nn.MaxPool2d(2), [floats(2, 2, 4, 4)]
    yield "MaxPool2d ceil", lambda **d: nn.MaxPool2d((2, 3), stride=(2, 2), padding=(1, 1), ceil_mode=True), [floats(1, 1, 5, 5)]
    yield "MaxPool2d batch 1", lambda **d: nn.MaxPool2d(2), [floats(1, 1, 2, 2)]
    yield "MaxPool2d empty batch", lambda **d: nn.MaxPool2d(2), [floats(0, 2, 4, 4)]
    yield "AvgPool2d empty batch", lambda **d: nn.AvgPool2d(2), [floats(0, 2, 4, 4)]
    yield "AdaptiveAvgPool2d empty batch", lambda **d: nn.AdaptiveAvgPool2d(2), [floats(0, 2, 4, 4)]
    yield "AvgPool1d", lambda **d: nn.AvgPool1d(2), [floats(1, 2, 6)]
    yield "AvgPool2d", lambda **d: nn.AvgPool2d(2), [floats(2, 2, 4, 4)]
    yield "AvgPool2d unpadded count", lambda **d: nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False), [floats(1, 1, 5, 5)]
    yield "AdaptiveAvgPool1d", lambda **d: nn.AdaptiveAvgPool1d(3), [floats(1, 2, 5)]
    yield "AdaptiveAvgPool2d", lambda **d: nn.AdaptiveAvgPool2d((2, 3)), [floats(1, 2, 4, 5)]
    yield "AdaptiveAvgPool2d square", lambda **d: nn.AdaptiveAvgPool2d(1), [floats(2, 3, 4, 5)]


def shape_and_noise():
    yield "Flatten", lambda **d: nn.Flatten(), [floats(2, 3, 4)]
    yield "Flatten middle", lambda **d: nn.Flatten(0, 1), [floats(2, 3, 4)]
    yield "Flatten empty batch", lambda **d: nn.Flatten(), [floats(0, 3, 4)]
    yield "Dropout empty batch", lambda **d: nn.Dropout(0.4), [floats(0, 5)]
    yield "Unflatten", lambda **d: nn.Unflatten(1, (2, 3)), [floats(2, 6)]
    yield "Identity", lambda **d: nn.Identity(), [floats(2, 3)]
    yield "Dropout", lambda **d: nn.Dropout(0.4), [floats(3, 5)]
    yield "Dropout eval", lambda **d: nn.Dropout(0.4).eval(), [floats(3, 5)]
    yield "Dropout1d", lambda **d: nn.Dropout1d(0.4), [floats(2, 4, 3)]
    yield "Dropout2d", lambda **d: nn.Dropout2d(0.4), [floats(2, 4, 2, 2)]
    yield "AlphaDropout", lambda **d: nn.AlphaDropout(0.4), [floats(3, 5)]
    yield "CosineSimilarity", lambda **d: nn.CosineSimilarity(dim=1), [floats(2, 4), floats(2, 4)]
    yield "PairwiseDistance", lambda **d: nn.PairwiseDistance(), [floats(2, 4), floats(2, 4)]


def run(identity, build, makers, how=None):
    for name, dtype in DTYPES.items():
        torch.manual_seed(SEED)
        layer = build(dtype=dtype)
        start = {key: pack(value) for key, value in layer.state_dict().items()}
        inputs = [make(dtype) for make in makers]
        call = list(inputs)
        if how is not None:
            call[0] = pack_padded_sequence(call[0], torch.tensor(how["lengths"]), enforce_sorted=how["enforce_sorted"])
        stateful = isinstance(layer, (nn.LSTM, nn.LSTMCell))
        results = layer(call[0], tuple(call[1:])) if stateful and len(call) > 1 else layer(*call)
        outputs = []
        for item in results if isinstance(results, tuple) and not isinstance(results, PackedSequence) else (results,):
            if isinstance(item, PackedSequence):
                outputs.append(item.data)
            else:
                outputs.extend(item if isinstance(item, tuple) else [item])
        backward(outputs)
        yield {
            "id": identity, "dtype": name, "seed": SEED, "packed": how, "start": start,
            "inputs": [pack(i) for i in inputs], "outputs": [pack(o) for o in outputs],
            "inputGrads": [pack(i.grad) for i in inputs],
            "grads": {key: pack(value.grad) for key, value in layer.named_parameters()},
            "end": {key: pack(value) for key, value in layer.named_buffers()},
        }


if __name__ == "__main__":
    for file, group in (("recurrent.json", [recurrent]),
                        ("layers.json", [dense, normalization, convolution, pooling, shape_and_noise])):
        write(file, [case for part in group for row in part() for case in run(*row)])
