using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>The layers of golden/nn/layers.py, under the same ids.</summary>
internal static class LayerCases
{
    public static nn.Module Build(string id, ScalarType t) => id switch
    {
        "Linear" or "Linear three axes" or "Linear one axis" or "Linear empty batch" => nn.Linear(4, 3, dtype: t),
        "Linear no bias" => nn.Linear(4, 3, hasBias: false, dtype: t),
        "Bilinear" or "Bilinear empty batch" => nn.Bilinear(3, 4, 2, dtype: t),
        "Bilinear no bias" => nn.Bilinear(3, 4, 2, hasBias: false, dtype: t),
        "Embedding" => nn.Embedding(7, 3, dtype: t),
        "Embedding padding" => nn.Embedding(5, 3, padding_idx: 2, dtype: t),
        "Embedding max norm" => nn.Embedding(5, 3, max_norm: 1.0, dtype: t),
        "Embedding by frequency" => nn.Embedding(5, 3, scale_grad_by_freq: true, dtype: t),
        "Embedding empty batch" => nn.Embedding(5, 3, dtype: t),
        "LayerNorm" or "LayerNorm empty batch" => nn.LayerNorm(4, dtype: t),
        "LayerNorm two axes" => nn.LayerNorm(new long[] { 3, 4 }, eps: 1e-3, dtype: t),
        "LayerNorm plain" => nn.LayerNorm(4, elementwise_affine: false, dtype: t),
        "BatchNorm1d" => nn.BatchNorm1d(4, dtype: t),
        "BatchNorm1d three axes" => nn.BatchNorm1d(4, momentum: 0.3, dtype: t),
        "BatchNorm1d eval" or "BatchNorm1d eval empty batch" => Eval(nn.BatchNorm1d(4, dtype: t)),
        "BatchNorm1d untracked" => Eval(nn.BatchNorm1d(4, affine: false, track_running_stats: false, dtype: t)),
        "BatchNorm2d" or "BatchNorm2d batch 1" => nn.BatchNorm2d(3, dtype: t),
        "BatchNorm2d eval" => Eval(nn.BatchNorm2d(3, dtype: t)),
        "GroupNorm" => nn.GroupNorm(2, 4, dtype: t),
        "Conv1d" or "Conv1d no batch axis" or "Conv1d one position" or "Conv1d empty batch" => nn.Conv1d(2, 3, 3, dtype: t),
        "Conv1d stride padding dilation" => nn.Conv1d(2, 4, 3, stride: 2, padding: 2, dilation: 2, groups: 2, bias: false, dtype: t),
        "Conv1d circular" => nn.Conv1d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Circular, dtype: t),
        "Conv1d reflect" => nn.Conv1d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Reflect, dtype: t),
        "Conv1d same" => nn.Conv1d(2, 3, 3, Padding.Same, dtype: t),
        "Conv2d" or "Conv2d empty batch" => nn.Conv2d(2, 3, 3, dtype: t),
        "Conv2d rectangular" => nn.Conv2d(1, 2, (2, 3), stride: (2, 1), padding: (1, 0), dilation: (1, 2), dtype: t),
        "Conv2d replicate" => nn.Conv2d(1, 2, 3, padding: 1, padding_mode: PaddingModes.Replicate, dtype: t),
        "ConvTranspose1d" => nn.ConvTranspose1d(2, 3, 3, stride: 2, padding: 1, output_padding: 1, dtype: t),
        "ConvTranspose2d" => nn.ConvTranspose2d(2, 3, 2, stride: 2, dtype: t),
        "MaxPool1d" => nn.MaxPool1d(2),
        "MaxPool1d overlapping" => nn.MaxPool1d(3, stride: 1, padding: 1),
        "MaxPool2d" or "MaxPool2d batch 1" or "MaxPool2d empty batch" => nn.MaxPool2d(2),
        "MaxPool2d ceil" => nn.MaxPool2d((2, 3), stride: (2, 2), padding: (1, 1), ceil_mode: true),
        "AvgPool1d" => nn.AvgPool1d(2),
        "AvgPool2d" or "AvgPool2d empty batch" => nn.AvgPool2d(2),
        "AvgPool2d unpadded count" => nn.AvgPool2d(3, stride: 2, padding: 1, count_include_pad: false),
        "AdaptiveAvgPool1d" => nn.AdaptiveAvgPool1d(3),
        "AdaptiveAvgPool2d empty batch" => nn.AdaptiveAvgPool2d(2),
        "AdaptiveAvgPool2d" => nn.AdaptiveAvgPool2d((2, 3)),
        "AdaptiveAvgPool2d square" => nn.AdaptiveAvgPool2d(1),
        "Flatten" or "Flatten empty batch" => nn.Flatten(),
        "Flatten middle" => nn.Flatten(0, 1),
        "Unflatten" => nn.Unflatten(1, new long[] { 2, 3 }),
        "Identity" => nn.Identity(),
        "Dropout" or "Dropout empty batch" => nn.Dropout(0.4),
        "Dropout eval" => Eval(nn.Dropout(0.4)),
        "Dropout1d" => nn.Dropout1d(0.4),
        "Dropout2d" => nn.Dropout2d(0.4),
        "AlphaDropout" => nn.AlphaDropout(0.4),
        "CosineSimilarity" => nn.CosineSimilarity(dim: 1),
        "PairwiseDistance" => nn.PairwiseDistance(),
        _ => throw new ArgumentException($"layers.py has a case '{id}' that LayerCases does not build.", nameof(id)),
    };

    private static nn.Module Eval(nn.Module module)
    {
        module.eval();
        return module;
    }
}
