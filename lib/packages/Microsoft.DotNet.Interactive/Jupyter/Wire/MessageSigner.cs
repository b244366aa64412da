using System.Security.Cryptography;
using System.Text;

namespace RnnNotebooks.Jupyter.Wire;

/// <summary>Signs messages with HMAC-SHA256, verifies what comes in, and remembers it so that nothing is accepted twice.</summary>
internal sealed class MessageSigner
{
    private const int Remembered = 65_536;

    private readonly byte[] _key;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _seenInOrder = new();

    internal MessageSigner(string key) => _key = Encoding.UTF8.GetBytes(key);

    private bool Unsigned => _key.Length == 0;

    /// <summary>The signature of the four frames, in lower-case hex; empty without a key.</summary>
    internal byte[] Sign(byte[] header, byte[] parent, byte[] metadata, byte[] content)
    {
        if (Unsigned)
        {
            return [];
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(header);
        hmac.AppendData(parent);
        hmac.AppendData(metadata);
        hmac.AppendData(content);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    /// <summary>Why a message must not be acted on; null when it may be.</summary>
    internal string? Reject(byte[] signature, byte[] header, byte[] parent, byte[] metadata, byte[] content)
    {
        if (Unsigned)
        {
            return null;
        }

        if (!CryptographicOperations.FixedTimeEquals(signature, Sign(header, parent, metadata, content)))
        {
            return "its signature is wrong";
        }

        var text = Encoding.ASCII.GetString(signature);
        if (!_seen.Add(text))
        {
            return "it was received before";
        }

        _seenInOrder.Enqueue(text);
        if (_seenInOrder.Count > Remembered)
        {
            _seen.Remove(_seenInOrder.Dequeue());
        }

        return null;
    }
}
