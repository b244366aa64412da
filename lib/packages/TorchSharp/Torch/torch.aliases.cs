namespace TorchSharp;

public static partial class torch
{
    // In-place functions whose tensor method goes by another name.
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    public static Tensor negative_(Tensor input) => input.neg_();
}
