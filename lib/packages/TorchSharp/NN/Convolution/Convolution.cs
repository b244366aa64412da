using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolutions share: their weights, and how they are padded.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    protected long input_channels;

    [ComponentName(Name = nameof(weight))]
    protected Parameter _weight;

    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    /// <summary>The padding as <c>pad</c> takes it: the last axis first, each number twice.</summary>
    protected long[] _reversed_padding_repeated_twice = Array.Empty<long>();

    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (groups < 1 || in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException($"{in_channels} input and {out_channels} output channels cannot be split into {groups} groups.", nameof(groups));
        }
        (device, var type) = GetDefaultDeviceAndType(device, dtype);
        input_channels = in_channels;
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        this.padding = padding;
        var shape = transposed ? new[] { in_channels, out_channels / groups } : new[] { out_channels, in_channels / groups };
        _weight = new Parameter(nn.init.KaimingOfLayer(empty(shape.Concat(kernel_size).ToArray(), type, device)));
        if (bias)
        {
            var (fanIn, _) = nn.init.CalculateFanInAndFanOut(_weight);
            _bias = new Parameter(nn.init.BiasOfLayer(empty(new[] { out_channels }, type, device), fanIn));
        }
        if (padding_type is { } named)
        {
            SetPadding(named);
        }
        else
        {
            SetPadding(padding);
        }
        RegisterComponents();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] padding { get; private set; }

    public Padding? padding_type { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long[] dilation { get; set; }

    public bool transposed { get; }

    public long[] output_padding { get; set; }

    public long groups { get; set; }

    /// <summary>(out channels, in channels / groups, kernel…); transposed, the first two change places.</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>(out channels), or null</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>Draws new weights: U(-1/√fan in, 1/√fan in).</summary>
    public void reset_parameters()
    {
        nn.init.KaimingOfLayer(_weight);
        if (_bias is not null)
        {
            nn.init.BiasOfLayer(_bias, nn.init.CalculateFanInAndFanOut(_weight).fanIn);
        }
    }

    /// <summary>Pads each axis by this much on both sides.</summary>
    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
        _reversed_padding_repeated_twice = padding.Reverse().SelectMany(size => new[] { size, size }).ToArray();
    }

    /// <summary>No padding, or as much as keeps the input's size.</summary>
    public void SetPadding(Padding padding)
    {
        if (padding == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException("Padding.Same needs a stride of one.", nameof(padding));
        }
        padding_type = padding;
        this.padding = nn.functional.Same(kernel_size.Length, 0);
        _reversed_padding_repeated_twice = kernel_size.Zip(dilation).Reverse().SelectMany(axis =>
        {
            long total = padding == Padding.Same ? axis.Second * (axis.First - 1) : 0;
            return new[] { total / 2, total - total / 2 };
        }).ToArray();
    }

    /// <summary>Whether the input has <paramref name="dimensions"/> axes besides batch and channels, with or without a batch.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return shape.Length == dimensions + 2 ? shape[1] == input_channels : shape.Length == dimensions + 1 && shape[0] == input_channels;
    }

    private protected void Check(Tensor input, long dimensions)
    {
        if (!ValidateShape(input, dimensions))
        {
            throw new ArgumentException(
                $"{GetName()} needs (batch, {input_channels} channels) and {dimensions} more axes, but the input has shape [{string.Join(", ", input.shape)}].",
                nameof(input));
        }
    }

    private protected bool PadsByItself => padding_mode is PaddingModes.Zeros or PaddingModes.Constant;

    private protected Tensor Padded(Tensor input) => nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
}
