namespace RnnNotebooks;

/// <summary>
/// The names that a figure gives to the parts of an RNN. The source tutorials write the same thing in four ways; lesson 1 has
/// the table. Each function takes what stands for the step: 1, t, t−1.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
/// <param name="InputWeight">Input to state.</param>
/// <param name="StateWeight">State to state.</param>
/// <param name="OutputWeight">State to output.</param>
public sealed record RnnNotation(string InputWeight, string StateWeight, string OutputWeight)
{
    /// <summary>The input at a step.</summary>
    public required Func<string, string> Input { get; init; }

    /// <summary>The hidden state at a step.</summary>
    public required Func<string, string> State { get; init; }

    /// <summary>The output at a step.</summary>
    public required Func<string, string> Output { get; init; }

    /// <summary>The bias of the state, if the notation has one.</summary>
    public string? StateBias { get; init; }

    /// <summary>The bias of the output, if the notation has one.</summary>
    public string? OutputBias { get; init; }

    /// <summary>h_t, x_t, y_t with W_xh, W_hh, W_hy: most papers, and this course.</summary>
    public static RnnNotation Hidden { get; } = new("W_{xh}", "W_{hh}", "W_{hy}")
    {
        Input = step => $"x_{{{step}}}",
        State = step => $"h_{{{step}}}",
        Output = step => $"y_{{{step}}}",
        StateBias = "b_h",
        OutputBias = "b_y",
    };

    /// <summary>a⟨t⟩ with W_ax, W_aa, W_ya and biases: the deep-learning course notation.</summary>
    public static RnnNotation Activation { get; } = new("W_{ax}", "W_{aa}", "W_{ya}")
    {
        Input = step => $"x^{{⟨{step}⟩}}",
        State = step => $"a^{{⟨{step}⟩}}",
        Output = step => $"y^{{⟨{step}⟩}}",
        StateBias = "b_a",
        OutputBias = "b_y",
    };

    /// <summary>s_t with U, W, V: the notation of many blogs.</summary>
    public static RnnNotation Uvw { get; } = new("U", "W", "V")
    {
        Input = step => $"x_{{{step}}}",
        State = step => $"s_{{{step}}}",
        Output = step => $"o_{{{step}}}",
    };

    /// <summary>Wx and Wy, where a cell's output y_(t) is its state: the TensorFlow tutorials. There is no third matrix.</summary>
    public static RnnNotation TensorFlow { get; } = new("W_x", "W_y", "")
    {
        Input = step => $"x_{{({step})}}",
        State = step => $"y_{{({step})}}",
        Output = step => $"y_{{({step})}}",
        StateBias = "b",
    };
}
