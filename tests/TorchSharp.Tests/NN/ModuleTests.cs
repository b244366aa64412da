using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

public class ModuleTests
{
    [Fact]
    public void Fields_are_registered_under_their_names()
    {
        using var model = new Model();

        Assert.Equal(
            new[] { "scale", "input.weight", "input.bias", "stack.0.weight", "stack.0.bias", "stack.1.weight", "stack.1.bias", "named.out.weight" },
            model.named_parameters().Select(entry => entry.name));
        Assert.Equal(new[] { "steps" }, model.named_buffers().Select(entry => entry.name));
        Assert.Equal(new[] { "input", "stack", "named" }, model.named_children().Select(entry => entry.name));
        Assert.Equal(
            new[] { "input", "stack", "named", "stack.0", "stack.1", "named.out" }, model.named_modules().Select(entry => entry.name));
    }

    [Fact]
    public void A_component_name_replaces_the_fields()
    {
        using var model = new Renamed();

        Assert.Equal(new[] { "weight" }, model.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void Parameters_and_buffers_are_found_by_dotted_names()
    {
        using var model = new Model();

        Assert.Same(model.input.weight, model.get_parameter("input.weight"));
        Assert.Same(model.steps, model.get_buffer("steps"));
        Assert.Null(model.get_parameter("input.nothing"));
        Assert.True(model.has_parameter("stack.1.bias"));
        Assert.False(model.has_buffer("input.weight"));
    }

    [Fact]
    public void A_shared_parameter_appears_once_but_is_saved_under_both_names()
    {
        using var shared = nn.Linear(2, 2, hasBias: false);
        using var model = nn.ModuleList(shared, shared);

        Assert.Equal(new[] { "0.weight" }, model.named_parameters().Select(entry => entry.name));
        Assert.Equal(new[] { "0.weight", "1.weight" }, model.state_dict().Keys);
    }

    [Fact]
    public void Train_and_eval_reach_every_module()
    {
        using var model = new Model();

        model.eval();
        Assert.All(model.modules().Append(model), module => Assert.False(module.training));
        model.train();
        Assert.All(model.modules().Append(model), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_children_before_their_parents()
    {
        using var model = nn.Sequential(("a", nn.Linear(1, 1)), ("b", nn.Sequential(("c", nn.ReLU()))));
        var seen = new List<string>();

        model.apply(module => seen.Add(module.GetName()));

        Assert.Equal(new[] { "Linear", "ReLU", "Sequential", "Sequential" }, seen);
    }

    [Fact]
    public void Conversion_keeps_the_parameter_objects_and_their_gradients()
    {
        using var scope = NewDisposeScope();
        using var model = new Model();
        var weight = model.input.weight;
        weight.grad = ones_like(weight);
        double before = weight.data<float>()[0];

        model.to(ScalarType.Float64);

        Assert.Same(weight, model.input.weight);
        Assert.Equal(ScalarType.Float64, weight.dtype);
        Assert.Equal(ScalarType.Float64, weight.grad!.dtype);
        Assert.Equal(ScalarType.Int64, model.steps.dtype);
        Assert.Equal(before, weight.data<double>()[0]);
        Assert.Equal(ScalarType.Float64, model.input.call(zeros(1, 3, dtype: ScalarType.Float64)).dtype);
    }

    [Fact]
    public void A_module_cannot_be_converted_to_integers()
    {
        using var model = new Model();

        Assert.Throws<ArgumentException>(() => model.to(ScalarType.Int32));
    }

    [Fact]
    public void Zero_grad_forgets_gradients_or_fills_them_with_zeros()
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(2, 1);
        linear.weight.grad = ones_like(linear.weight);

        linear.zero_grad(set_to_none: false);
        Assert.Equal(0, linear.weight.grad!.sum().item<float>());
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void Hooks_run_around_a_call_and_can_change_what_passes()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Identity();
        var order = new List<string>();
        module.register_forward_pre_hook(_ => order.Add("before"));
        var twice = module.register_forward_pre_hook((_, x) => x * 2);
        module.register_forward_hook((_, _, y) => y + 1);
        module.register_forward_hook(_ => order.Add("after"));

        Assert.Equal(7, module.call(tensor(3.0)).item<double>());
        twice.remove();
        Assert.Equal(4, module.call(tensor(3.0)).item<double>());
        Assert.Equal(3, module.forward(tensor(3.0)).item<double>());
        Assert.Equal(new[] { "before", "after", "before", "after" }, order);
    }

    [Fact]
    public void A_state_is_loaded_by_name_and_its_differences_are_told()
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(2, 1);
        var source = new Dictionary<string, Tensor> { ["weight"] = ones(1, 2), ["extra"] = ones(1) };

        var (missing, unexpected) = linear.load_state_dict(source, strict: false);

        Assert.Equal(new[] { "bias" }, missing);
        Assert.Equal(new[] { "extra" }, unexpected);
        Assert.Equal(2, linear.weight.sum().item<float>());
        var error = Assert.Throws<InvalidOperationException>(() => linear.load_state_dict(source));
        Assert.Equal("The state does not fit the module. It lacks 'bias'. The module has no 'extra'.", error.Message);
    }

    [Fact]
    public void Disposing_a_module_disposes_everything_below_it()
    {
        long before = LiveTensors.Count();

        var model = new Model();
        model.Dispose();
        model.Dispose();

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_buffer_that_is_not_persistent_is_not_saved()
    {
        using var model = new Buffered();

        Assert.Equal(new[] { "kept" }, model.state_dict().Keys);
        Assert.Equal(new[] { "kept", "scratch" }, model.named_buffers().Select(entry => entry.name));
    }

    [Fact]
    public void A_Sequential_passes_a_tensor_through_and_can_be_sliced()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1));
        var x = ones(4, 2);

        Assert.Equal(new long[] { 4, 1 }, model.call(x).shape);
        Assert.Equal(2, model[1..].Count);
        Assert.Equal(new[] { "0.weight", "0.bias", "2.weight", "2.bias" }, model.state_dict().Keys);
        Assert.True(model[..1].call(x).equal(((nn.Module<Tensor, Tensor>)model[0]).call(x)).ToBoolean());
    }

    [Fact]
    public void Lists_and_dictionaries_of_parameters_are_trained()
    {
        using var list = nn.ParameterList(new Parameter(zeros(1)));
        list.append(new Parameter(zeros(2)));
        using var dict = nn.ParameterDict(("a", new Parameter(zeros(1))), ("b", new Parameter(zeros(2))));
        dict.Remove("a");

        Assert.Equal(new[] { "0", "1" }, list.named_parameters().Select(entry => entry.name));
        Assert.Equal(new[] { "b" }, dict.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void A_list_finds_the_very_parameter_not_one_of_the_same_values()
    {
        var (first, second) = (new Parameter(zeros(2)), new Parameter(zeros(2)));
        using var list = nn.ParameterList(first, second);

        Assert.Equal(1, list.IndexOf(second));
        Assert.True(list.Remove(second));
        Assert.Same(first, list.Single());
        Assert.False(list.Remove(second));
    }

    private sealed class Model : nn.Module<Tensor, Tensor>
    {
        internal readonly Linear input = nn.Linear(3, 4);
        internal readonly Parameter scale = new(ones(1));
        internal readonly ModuleList<Linear> stack = nn.ModuleList(nn.Linear(4, 4), nn.Linear(4, 4));
        internal readonly ModuleDict<nn.Module> named = nn.ModuleDict(("out", (nn.Module)nn.Linear(4, 1, hasBias: false)));
        internal readonly Tensor steps = tensor(0L);

        public Model() : base(nameof(Model))
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => this.input.call(input) * scale;
    }

    private sealed class Renamed : nn.Module
    {
        [ComponentName(Name = "weight")]
        internal readonly Parameter w = new(ones(1));

        public Renamed() : base(nameof(Renamed))
        {
            RegisterComponents();
        }
    }

    private sealed class Buffered : nn.Module
    {
        public Buffered() : base(nameof(Buffered))
        {
            register_buffer("kept", zeros(1));
            register_buffer("scratch", zeros(1), persistent: false);
        }
    }
}
