using System.Globalization;
using System.Security;

namespace RnnNotebooks.Drawing;

/// <summary>How numbers and texts are spelled in SVG: the same on every machine and in every culture.</summary>
internal static class Svg
{
    /// <summary>A coordinate to a hundredth of a pixel.</summary>
    public static string N(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    public static string Escape(string text) => SecurityElement.Escape(text);
}

/// <summary>A place on the sketch, in pixels; y grows downwards.</summary>
internal readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The point that lies <paramref name="distance"/> pixels from here towards <paramref name="other"/>.</summary>
    public Point Towards(Point other, double distance)
    {
        var way = other - this;
        return way.Length == 0 ? this : this + (way * (distance / way.Length));
    }
}

/// <summary>A rectangle by its centre, with the points where arrows dock.</summary>
internal readonly record struct Shape(double X, double Y, double Width, double Height)
{
    public Point Center => new(X, Y);

    public Point Top => new(X, Y - (Height / 2));

    public Point Bottom => new(X, Y + (Height / 2));

    public Point Left => new(X - (Width / 2), Y);

    public Point Right => new(X + (Width / 2), Y);

    public bool Contains(Shape inner) =>
        inner.Left.X >= Left.X - 0.01 && inner.Right.X <= Right.X + 0.01 && inner.Top.Y >= Top.Y - 0.01 && inner.Bottom.Y <= Bottom.Y + 0.01;

    public bool Overlaps(Shape other) =>
        Left.X < other.Right.X && other.Left.X < Right.X && Top.Y < other.Bottom.Y && other.Top.Y < Bottom.Y;
}
