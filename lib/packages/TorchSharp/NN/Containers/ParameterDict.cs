using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Named parameters in the order they were added.</summary>
    public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        private readonly OrderedDict<string, Parameter> dict = new();

        public ParameterDict() : base(nameof(ParameterDict))
        {
        }

        public int Count => dict.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => dict.Keys;

        public ICollection<Parameter> Values => dict.Values;

        public Parameter this[string key]
        {
            get => dict[key];
            set
            {
                dict[key] = value;
                Register();
            }
        }

        public (string, Parameter) this[int index]
        {
            get => dict[index];
            set
            {
                dict[index] = value;
                Register();
            }
        }

        public void Add(string key, Parameter value)
        {
            dict.Add(key, value);
            Register();
        }

        public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

        public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

        public void Insert(int index, (string, Parameter) item)
        {
            dict.Insert(index, item);
            Register();
        }

        public bool Remove(string key) => Registered(dict.Remove(key));

        public bool Remove(KeyValuePair<string, Parameter> item) => Registered(dict.Remove(item));

        public bool Remove((string, Parameter) item) => Registered(dict.Remove(item));

        public void RemoveAt(int index)
        {
            dict.RemoveAt(index);
            Register();
        }

        public void Clear()
        {
            dict.Clear();
            Register();
        }

        /// <summary>The same as <see cref="Clear"/>.</summary>
        public void clear() => Clear();

        public bool Contains(KeyValuePair<string, Parameter> item) => dict.Contains(item);

        public bool Contains((string, Parameter) item) => dict.Contains(item);

        public bool ContainsKey(string key) => dict.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => dict.TryGetValue(key, out value);

        public int IndexOf((string, Parameter) item) => dict.IndexOf(item);

        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => dict.CopyTo(array, arrayIndex);

        public void CopyTo((string, Parameter)[] array, int arrayIndex) => dict.CopyTo(array, arrayIndex);

        public IEnumerator<(string, Parameter)> GetEnumerator() => dict.GetEnumerator();

        /// <summary>The entries in order.</summary>
        public IEnumerator<(string, Parameter)> items() => dict.items();

        /// <summary>The names in order.</summary>
        public IEnumerable<string> keys() => dict.keys();

        /// <summary>The parameters in order.</summary>
        public IEnumerable<Parameter> values() => dict.values();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, Parameter>>)dict).GetEnumerator();

        protected override void RegisterComponents() => Register();

        private bool Registered(bool removed)
        {
            Register();
            return removed;
        }

        private void Register()
        {
            _internal_params.Clear();
            foreach (var (key, value) in dict)
            {
                register_parameter(key, value);
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Named parameters in order.</summary>
            public static Modules.ParameterDict ParameterDict(params (string, Modules.Parameter)[] parameters)
            {
                var dict = new Modules.ParameterDict();
                foreach (var entry in parameters)
                {
                    dict.Add(entry);
                }
                return dict;
            }
        }
    }
}
