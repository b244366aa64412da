using System.Globalization;
using RnnNotebooks.Drawing;

namespace RnnNotebooks;

public static partial class Diagrams
{
    /// <summary>
    /// An encoder that reads a text and a decoder that writes its answer, one character a step; '#' starts and ends the answer.
    /// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
    /// </summary>
    /// <param name="input">What the encoder reads, 1 to 12 characters.</param>
    /// <param name="target">What the decoder should write, without the '#', 1 to 6 characters.</param>
    /// <param name="teacherForcing">True: each decoder step is given the right character before (training). False: its own last answer (use).</param>
    /// <exception cref="ArgumentException">A text is empty or too long for one line of figure.</exception>
    public static SvgFigure EncoderDecoder(string input = "one two", string target = "12", bool teacherForcing = true)
    {
        CheckLength(input, 12, nameof(input));
        CheckLength(target, 6, nameof(target));
        var sketch = new Sketch(
            teacherForcing ? "encoder-decoder-teacher-forcing" : "encoder-decoder-free-running",
            teacherForcing ? "Encoder and decoder, with teacher forcing" : "Encoder and decoder, running free",
            $"The encoder reads “{input}” one character a step. Its last state starts the decoder, which should write “{target}#”. "
            + (teacherForcing
                ? "During training each decoder step is given the right previous character: '#' and then the target, whatever the decoder answered."
                : "In use each decoder step is given the decoder's own previous answer, so that one mistake feeds the next."));
        const double Step = 58, Drop = 74;
        Shape? before = null;
        for (var i = 0; i < input.Length; i++)
        {
            var x = i * Step;
            var cell = sketch.Box(x, 0, 38, 38, Role.State);
            sketch.Arrow(Role.Input, sketch.Circle(x, Drop, 17, Role.Input, Character(input[i]), 14).Top, cell.Bottom);
            if (before is { } left)
                sketch.Arrow(Role.State, left.Right, cell.Left);
            before = cell;
        }

        var lastEncoder = before!.Value;
        var gap = lastEncoder.X + 108;
        var written = target + "#";
        Shape? answer = null;
        for (var i = 0; i < written.Length; i++)
        {
            var x = gap + (i * (Step + 14));
            var cell = sketch.Box(x, 0, 38, 38, Role.Gate);
            sketch.Arrow(i == 0 ? Role.State : Role.Gate, before!.Value.Right, cell.Left);
            var output = sketch.Circle(x, -Drop, 17, Role.Output, Character(written[i]), 14);
            sketch.Arrow(Role.Output, cell.Top, output.Bottom);
            if (i == 0 || teacherForcing)
            {
                var given = sketch.Circle(x, Drop, 17, i == 0 ? Role.Quiet : Role.Input, Character(i == 0 ? '#' : target[i - 1]), 14);
                sketch.Arrow(i == 0 ? Role.Quiet : Role.Input, given.Top, cell.Bottom);
            }
            else
                Feedback(sketch, answer!.Value, cell);
            answer = output;
            before = cell;
        }

        sketch.Text((lastEncoder.Right.X + gap - 19) / 2, -18, "last state", 12, soft: true);
        var decoderMiddle = gap + ((written.Length - 1) * (Step + 14) / 2);
        sketch.Text(lastEncoder.X / 2, -38, "**encoder**", 14);
        sketch.Text(decoderMiddle, -Drop - 36, "**decoder**", 14);
        sketch.Text(lastEncoder.X / 2, Drop + 34, "inputs", 12, soft: true);
        sketch.Text(decoderMiddle, Drop + 34, teacherForcing ? "given: targets_in" : "given: its own answers", 12, soft: true);
        return sketch.Finish();
    }

    /// <summary>
    /// A bidirectional RNN: one network reads forwards, one backwards, and each output sees both.
    /// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
    /// </summary>
    /// <param name="steps">The number of steps, 2 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is above 8 or below 1.</exception>
    public static SvgFigure Bidirectional(int steps = 4)
    {
        CheckSteps(steps, 8);
        var sketch = new Sketch(
            "bidirectional", "A bidirectional network",
            $"Two rows of {steps} cells. The lower row carries its state from left to right, the upper row from right to left. Every input goes to both rows, and every output joins both states.");
        const double Step = 132;
        var forward = new Shape[steps];
        var backward = new Shape[steps];
        for (var i = 0; i < steps; i++)
        {
            var (x, t) = (i * Step, (i + 1).ToString(CultureInfo.InvariantCulture));
            forward[i] = sketch.Box(x - 14, 0, 52, 42, Role.State, $"$f_{t}$", 16);
            backward[i] = sketch.Box(x + 14, -82, 52, 42, Role.Gate, $"$b_{t}$", 16);
            sketch.Circle(x, 84, 20, Role.Input, $"$x_{t}$");
            sketch.Circle(x, -168, 18, Role.Output, $"$y_{t}$");
            sketch.Arrow(Role.Input, new(x - 14, 70), forward[i].Bottom);
            sketch.Arrow(Role.Gate, new(x + 9, backward[i].Top.Y), new(x + 9, -152.5));
            if (i > 0)
            {
                sketch.Arrow(Role.State, forward[i - 1].Right, forward[i].Left);
                sketch.Arrow(Role.Gate, backward[i].Left, backward[i - 1].Right);
            }

            sketch.Over(Role.Input, false, new(x + 19, 78), new(x + 30, 78), new(x + 30, backward[i].Bottom.Y));
            sketch.Over(Role.State, false, new(x - 32, forward[i].Top.Y), new(x - 32, -168), new(x - 18, -168));
        }

        sketch.Text(forward[^1].Right.X + 28, 0, "forwards →", 12, "start", soft: true);
        sketch.Text(backward[^1].Right.X + 14, -82, "← backwards", 12, "start", soft: true);
        return sketch.Finish();
    }

    /// <summary>
    /// Attention (Bahdanau et al. 2015): before it writes a character the decoder looks at every state of the encoder, with weights that
    /// sum to one.
    /// <para>Taught in notebooks/06-encoder-decoder.ipynb</para>
    /// </summary>
    /// <param name="source">What the encoder read, one label a step.</param>
    /// <param name="weights">One weight per label; they sum to 1. null gives an example.</param>
    /// <param name="output">What the decoder writes at this step.</param>
    /// <exception cref="ArgumentException">There is not one weight per label, or they do not sum to 1.</exception>
    public static SvgFigure Attention(string source = "one two", IReadOnlyList<double>? weights = null, string output = "2")
    {
        CheckLength(source, 12, nameof(source));
        weights ??= [.. Enumerable.Range(0, source.Length).Select(i => Math.Pow(2, i)).Select(w => w / (Math.Pow(2, source.Length) - 1))];
        if (weights.Count != source.Length)
            throw new ArgumentException($"“{source}” has {source.Length} characters and there are {weights.Count} weights: give one per character.", nameof(weights));
        if (Math.Abs(weights.Sum() - 1) > 0.01)
            throw new ArgumentException($"The weights sum to {weights.Sum():0.###}; attention weights sum to 1.", nameof(weights));
        var strongest = Enumerable.Range(0, source.Length).MaxBy(i => weights[i]);
        var sketch = new Sketch(
            "attention", "Attention: a weighted look at every encoder state",
            $"The encoder read “{source}”. The decoder's last state is compared with every encoder state; softmax turns the scores into weights, the largest {weights[strongest].ToString("0.00", CultureInfo.InvariantCulture)} on character {strongest + 1}. The weighted sum, the context, goes into the decoder, which writes “{output}”.");
        const double Step = 64, Rows = 196;
        var width = (source.Length - 1) * Step;
        var context = sketch.Circle(width / 2, -10, 22, Role.Memory, "$c_t$", 16);
        var barTop = Rows - 74;
        Shape? before = null;
        for (var i = 0; i < source.Length; i++)
        {
            var x = i * Step;
            var cell = sketch.Box(x, Rows + 20, 42, 38, Role.State, $"$h_{i + 1}$");
            sketch.Arrow(Role.Input, sketch.Circle(x, Rows + 92, 17, Role.Input, Character(source[i]), 14).Top, cell.Bottom);
            if (before is { } left)
                sketch.Arrow(Role.State, left.Right, cell.Left);
            before = cell;
            sketch.Line(Role.State, cell.Top, new(x, barTop + 22));
            sketch.Box(x, barTop + 10, 46, 24, Role.Weight, weights[i].ToString("0.00", CultureInfo.InvariantCulture), 12, 5);
            var end = context.Center.Towards(new(x, barTop - 60), 24);
            sketch.Curve(Role.Memory, new(x, barTop - 2), new(x, barTop - 50), new(end.X + ((x - end.X) * 0.45), end.Y + 44), end, width: 1 + (7 * weights[i]));
        }

        sketch.Text(-40, barTop + 10, "weights $α$", 13, "end");
        sketch.Text(-40, Rows + 20, "encoder states", 13, "end");
        sketch.Text(context.Left.X - 10, -24, "context $= ∑ α_m h_m$", 13, "end");
        var right = width + 96;
        var last = sketch.Circle(right, barTop + 10, 24, Role.Gate, "$s_{t-1}$");
        var state = sketch.Box(right, -10, 52, 42, Role.Gate, "$s_t$", 17);
        var said = sketch.Circle(right, -92, 20, Role.Output, Character(output.Length > 0 ? output[0] : ' '));
        sketch.Arrow(Role.Memory, context.Right, state.Left);
        sketch.Arrow(Role.Gate, last.Top, state.Bottom);
        sketch.Arrow(Role.Output, state.Top, said.Bottom);
        sketch.DashedArrow(Role.Gate, last.Left, new(width + 26, barTop + 10));
        sketch.Text(right, barTop + 48, "scores compare", 12, soft: true);
        sketch.Text(right, barTop + 64, "$s_{t-1}$ with each $h_m$", 12, soft: true);
        return sketch.Finish();
    }

    private static string Character(char character) => character == ' ' ? "`␣`" : $"`{character}`";

    private static void CheckLength(string text, int most, string name)
    {
        if (text.Length < 1 || text.Length > most)
            throw new ArgumentException($"This figure has room for 1 to {most} characters; “{text}” has {text.Length}.", name);
    }
}
