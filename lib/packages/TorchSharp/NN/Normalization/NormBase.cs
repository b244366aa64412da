using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What normalizations over channels share: scale and shift, and statistics gathered while training.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _running_mean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _running_var;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _num_batches_tracked;

    protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        (device, var type) = GetDefaultDeviceAndType(device, dtype);
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        var shape = new[] { num_features };
        if (affine)
        {
            weight = new Parameter(ones(shape, type, device));
            bias = new Parameter(zeros(shape, type, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros(shape, type, device);
            running_var = ones(shape, type, device);
            num_batches_tracked = zeros(Array.Empty<long>(), ScalarType.Int64, device);
        }
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>The weight of a new batch in the running statistics; null for their plain average over all batches.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    public Tensor? running_mean
    {
        get => _running_mean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), _running_mean = value);
    }

    public Tensor? running_var
    {
        get => _running_var;
        set => ConditionallyRegisterBuffer(nameof(running_var), _running_var = value);
    }

    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), _num_batches_tracked = value);
    }

    /// <summary>Scale one, shift zero, no statistics gathered.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null)
        {
            nn.init.ones_(_weight);
        }
        if (_bias is not null)
        {
            nn.init.zeros_(_bias);
        }
    }

    public void reset_running_stats()
    {
        if (_running_mean is not null && _running_var is not null && _num_batches_tracked is not null)
        {
            nn.init.zeros_(_running_mean);
            nn.init.ones_(_running_var);
            nn.init.zeros_(_num_batches_tracked);
        }
    }

    /// <summary>Refuses inputs that the layer is not made for.</summary>
    /// <exception cref="ArgumentException">The input's number of axes does not fit the layer.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected ArgumentException WrongAxes(Tensor input, string wanted) =>
        new($"{GetName()} needs {wanted}, but the input has shape [{string.Join(", ", input.shape)}].", nameof(input));
}
