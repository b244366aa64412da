namespace RnnNotebooks.Data;

/// <summary>Joins the IDX file of the images with that of the labels.</summary>
internal static class ImageFiles
{
    /// <summary>The images with their labels.</summary>
    /// <exception cref="InvalidDataException">The two do not belong together.</exception>
    public static ImageSet Join((int[] Shape, byte[] Values) images, (int[] Shape, byte[] Values) labels, IReadOnlyList<string> classNames, string source)
    {
        if (images.Shape.Length != 3 || labels.Shape.Length != 1)
            throw new InvalidDataException($"{source}: images need three axes and labels one; these have {images.Shape.Length} and {labels.Shape.Length}.");
        if (images.Shape[0] != labels.Shape[0])
            throw new InvalidDataException($"{source}: there are {images.Shape[0]:N0} images but {labels.Shape[0]:N0} labels.");
        return new ImageSet(images.Values, labels.Values, images.Shape[1], images.Shape[2], classNames, source);
    }
}
