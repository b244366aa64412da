using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Named modules in the order they were added.</summary>
    public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
    {
        private readonly OrderedDict<string, T> dict = new();

        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        public int Count => dict.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => dict.Keys;

        public ICollection<T> Values => dict.Values;

        public T this[string key]
        {
            get => dict[key];
            set
            {
                dict[key] = value;
                Register();
            }
        }

        public (string, T) this[int index]
        {
            get => dict[index];
            set
            {
                dict[index] = value;
                Register();
            }
        }

        public void Add(string key, T value)
        {
            dict.Add(key, value);
            Register();
        }

        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public void Insert(int index, (string, T) item)
        {
            dict.Insert(index, item);
            Register();
        }

        public bool Remove(string key) => Registered(dict.Remove(key));

        public bool Remove(KeyValuePair<string, T> item) => Registered(dict.Remove(item));

        public bool Remove((string, T) item) => Registered(dict.Remove(item));

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

        public bool Contains(KeyValuePair<string, T> item) => dict.Contains(item);

        public bool Contains((string, T) item) => dict.Contains(item);

        public bool ContainsKey(string key) => dict.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => dict.TryGetValue(key, out value);

        public int IndexOf((string, T) item) => dict.IndexOf(item);

        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => dict.CopyTo(array, arrayIndex);

        public void CopyTo((string, T)[] array, int arrayIndex) => dict.CopyTo(array, arrayIndex);

        public IEnumerator<(string, T)> GetEnumerator() => dict.GetEnumerator();

        /// <summary>The entries in order.</summary>
        public IEnumerator<(string, T)> items() => dict.items();

        /// <summary>The names in order.</summary>
        public IEnumerable<string> keys() => dict.keys();

        /// <summary>The modules in order.</summary>
        public IEnumerable<T> values() => dict.values();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, T>>)dict).GetEnumerator();

        protected override void RegisterComponents() => Register();

        private bool Registered(bool removed)
        {
            Register();
            return removed;
        }

        private void Register()
        {
            _internal_submodules.Clear();
            foreach (var (key, value) in dict)
            {
                register_module(key, value);
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
            /// <summary>Named modules in order.</summary>
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <inheritdoc cref="ModuleDict(ValueTuple{string, Module}[])"/>
            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var dict = new Modules.ModuleDict<T>();
                foreach (var entry in modules)
                {
                    dict.Add(entry);
                }
                return dict;
            }
        }
    }
}
