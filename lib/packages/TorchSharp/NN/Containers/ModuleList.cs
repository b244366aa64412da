using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of modules that are registered under their positions.</summary>
    public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
    {
        private readonly List<T> list = new();

        public ModuleList(params T[] modules) : base(nameof(ModuleList<T>))
        {
            extend(modules);
        }

        public int Count => list.Count;

        public bool IsReadOnly => false;

        /// <summary>One module by its position; a replaced one is not disposed.</summary>
        public T this[int index]
        {
            get => list[index];
            set
            {
                list[index] = value;
                Register();
            }
        }

        public void Add(T item) => Insert(Count, item);

        /// <summary>Adds modules at the end.</summary>
        public void append(params T[] parameters) => extend(parameters);

        /// <summary>Adds modules at the end.</summary>
        public void extend(IEnumerable<T> modules)
        {
            list.AddRange(modules);
            Register();
        }

        public void Insert(int index, T item)
        {
            list.Insert(index, item);
            Register();
        }

        public bool Remove(T item)
        {
            bool removed = list.Remove(item);
            Register();
            return removed;
        }

        public void RemoveAt(int index)
        {
            list.RemoveAt(index);
            Register();
        }

        public void Clear()
        {
            list.Clear();
            Register();
        }

        public bool Contains(T item) => list.Contains(item);

        public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        public int IndexOf(T item) => list.IndexOf(item);

        public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents() => Register();

        /// <summary>Registers what the list holds now; a list is filled before or after its owner registers it.</summary>
        private void Register()
        {
            _internal_submodules.Clear();
            for (int i = 0; i < list.Count; i++)
            {
                register_module(i.ToString(), list[i]);
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
            /// <summary>A list of modules that are registered under their positions.</summary>
            public static Modules.ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <inheritdoc cref="ModuleList(Module[])"/>
            public static Modules.ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
