using Microsoft.DotNet.Interactive.Events;

namespace RnnNotebooks.Engine;

/// <summary>Events to any number of listeners, in order. A listener that throws is reported and does not stop the others.</summary>
internal sealed class EventStream : IObservable<KernelEvent>
{
    private IObserver<KernelEvent>[] _observers = [];

    public IDisposable Subscribe(IObserver<KernelEvent> observer)
    {
        Change(all => [.. all, observer]);
        return new Subscription(this, observer);
    }

    public void Publish(KernelEvent kernelEvent)
    {
        foreach (var observer in Volatile.Read(ref _observers))
        {
            try
            {
                observer.OnNext(kernelEvent);
            }
            catch (Exception exception)
            {
                ConsoleCapture.HostError.WriteLine($"A listener failed on {kernelEvent.GetType().Name}: {exception.Message}");
            }
        }
    }

    private void Change(Func<IObserver<KernelEvent>[], IObserver<KernelEvent>[]> change)
    {
        IObserver<KernelEvent>[] before;
        do
        {
            before = Volatile.Read(ref _observers);
        }
        while (Interlocked.CompareExchange(ref _observers, change(before), before) != before);
    }

    private sealed class Subscription(EventStream stream, IObserver<KernelEvent> observer) : IDisposable
    {
        public void Dispose() => stream.Change(all => [.. all.Where(one => one != observer)]);
    }
}
