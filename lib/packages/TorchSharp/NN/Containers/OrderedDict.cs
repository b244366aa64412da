using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps its entries in the order they came in, and is a list of (key, value) pairs as well.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)> where TKey : notnull
{
    private readonly List<(TKey, TValue)> list = new();
    private readonly Dictionary<TKey, TValue> dict = new();

    public int Count => dict.Count;

    public bool IsReadOnly => false;

    public ICollection<TKey> Keys => list.ConvertAll(entry => entry.Item1);

    public ICollection<TValue> Values => list.ConvertAll(entry => entry.Item2);

    public TValue this[TKey key]
    {
        get => dict[key];
        set
        {
            if (dict.ContainsKey(key))
            {
                list[IndexOf(key)] = (key, value);
            }
            else
            {
                list.Add((key, value));
            }
            dict[key] = value;
        }
    }

    public (TKey, TValue) this[int index]
    {
        get => list[index];
        set
        {
            var (key, _) = list[index];
            if (!key.Equals(value.Item1))
            {
                Unclaimed(value.Item1);
                dict.Remove(key);
            }
            dict[value.Item1] = value.Item2;
            list[index] = value;
        }
    }

    public void Add(TKey key, TValue value)
    {
        dict.Add(key, value);
        list.Add((key, value));
    }

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    internal bool TryAdd(TKey key, TValue value)
    {
        if (!dict.TryAdd(key, value))
        {
            return false;
        }
        list.Add((key, value));
        return true;
    }

    public void Insert(int index, (TKey, TValue) item)
    {
        Unclaimed(item.Item1);
        list.Insert(index, item);
        dict.Add(item.Item1, item.Item2);
    }

    public bool Remove(TKey key)
    {
        if (!dict.Remove(key))
        {
            return false;
        }
        list.RemoveAt(IndexOf(key));
        return true;
    }

    public bool Remove(KeyValuePair<TKey, TValue> item) => Contains(item) && Remove(item.Key);

    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    public void RemoveAt(int index)
    {
        dict.Remove(list[index].Item1);
        list.RemoveAt(index);
    }

    public void Clear()
    {
        dict.Clear();
        list.Clear();
    }

    /// <summary>The same as <see cref="Clear"/>.</summary>
    public void clear() => Clear();

    public bool ContainsKey(TKey key) => dict.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    public bool Contains((TKey, TValue) item) =>
        dict.TryGetValue(item.Item1, out var value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => dict.TryGetValue(key, out value);

    public int IndexOf((TKey, TValue) item) => Contains(item) ? IndexOf(item.Item1) : -1;

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in list)
        {
            array[arrayIndex++] = new KeyValuePair<TKey, TValue>(key, value);
        }
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => list.GetEnumerator();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => list.GetEnumerator();

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> keys() => Keys;

    /// <summary>The values in order of their keys.</summary>
    public IEnumerable<TValue> values() => Values;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        list.Select(entry => new KeyValuePair<TKey, TValue>(entry.Item1, entry.Item2)).GetEnumerator();

    private int IndexOf(TKey key) => list.FindIndex(entry => entry.Item1.Equals(key));

    private void Unclaimed(TKey key)
    {
        if (dict.ContainsKey(key))
        {
            throw new ArgumentException($"The key '{key}' is already there.");
        }
    }
}
