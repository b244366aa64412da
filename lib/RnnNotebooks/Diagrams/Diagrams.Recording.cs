using RnnNotebooks.Unrolling;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// A recorded run as a picture: every call of a cell with the shapes on its arrows, each weight once. Click a weight, or reach
    /// it with the Tab key and press Space, and every use of it lights up; rest on an arrow for its name. A static graph grows with
    /// the steps, a dynamic one is a loop.
    /// <para>Taught in notebooks/02-static-and-dynamic-unrolling.ipynb</para>
    /// </summary>
    /// <param name="recording">What <see cref="RunRecording.Of"/> returned.</param>
    /// <exception cref="ArgumentException">The recording is empty.</exception>
    public static SvgFigure Show(RunRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return Show(recording.Nodes, recording.Loops, recording.Title);
    }
}
