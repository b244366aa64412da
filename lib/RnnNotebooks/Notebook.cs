namespace RnnNotebooks;

/// <summary>
/// The library's only view of where it runs. A notebook's first cell hands over the host's display and the running cell's
/// cancellation token; without a host (a console program, a test) what is shown is printed, and nothing stops early.
/// <para>Taught in notebooks/01-what-an-rnn-computes.ipynb</para>
/// </summary>
public static class Notebook
{
    private sealed record Host(Func<object, Action<object>> Show, Func<CancellationToken>? Stopping);

    private static volatile Host? s_host;

    /// <summary>Is a host connected? Charts redraw in place only when there is one.</summary>
    public static bool IsConnected => s_host is not null;

    /// <summary>Hands the library the host's display. Connecting again replaces the earlier host.</summary>
    /// <param name="show">Displays a value and returns an action that replaces what is displayed.</param>
    /// <param name="stopping">Gives the token of the cell that runs now; without it, nothing can be interrupted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="show"/> is null.</exception>
    public static void Connect(Func<object, Action<object>> show, Func<CancellationToken>? stopping = null)
    {
        ArgumentNullException.ThrowIfNull(show);
        s_host = new Host(show, stopping);
    }

    /// <summary>Returns to printing, as before <see cref="Connect"/>.</summary>
    public static void Disconnect() => s_host = null;

    /// <summary>Displays a value; the returned action replaces it with a newer one (printed below it when there is no host).</summary>
    /// <param name="value">Anything: a chart, a picture, a table, a tensor, a sentence.</param>
    /// <returns>Call it with the new value to update the display in place.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static Action<object> Show(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (s_host is { } host)
            return host.Show(value);
        Console.WriteLine(value);
        return Console.WriteLine;
    }

    /// <summary>
    /// The token of the cell that runs now: it is cancelled when the reader presses the stop button. Long loops look at it between
    /// two steps and return what they have.
    /// </summary>
    public static CancellationToken Stopping => s_host?.Stopping?.Invoke() ?? CancellationToken.None;
}
