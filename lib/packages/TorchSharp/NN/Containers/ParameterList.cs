using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of parameters that are registered under their positions.</summary>
    public class ParameterList : nn.Module, IList<Parameter>
    {
        private readonly List<Parameter> list = new();

        public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList))
        {
            extend(parameters);
        }

        public int Count => list.Count;

        public bool IsReadOnly => false;

        /// <summary>One parameter by its position; a replaced one is not disposed.</summary>
        public Parameter this[int index]
        {
            get => list[index];
            set
            {
                list[index] = value;
                Register();
            }
        }

        public void Add(Parameter item) => Insert(Count, item);

        /// <summary>Adds parameters at the end.</summary>
        public void append(params Parameter[] parameters) => extend(parameters);

        /// <summary>Adds parameters at the end.</summary>
        public void extend(IEnumerable<Parameter> parameters)
        {
            list.AddRange(parameters);
            Register();
        }

        public void Insert(int index, Parameter item)
        {
            list.Insert(index, item);
            Register();
        }

        public bool Remove(Parameter item)
        {
            int index = IndexOf(item);
            if (index < 0)
            {
                return false;
            }
            RemoveAt(index);
            return true;
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

        public bool Contains(Parameter item) => IndexOf(item) >= 0;

        public void CopyTo(Parameter[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        /// <summary>Where this very parameter is, not one of the same values; -1 for nowhere.</summary>
        public int IndexOf(Parameter item) => list.FindIndex(parameter => ReferenceEquals(parameter, item));

        public IEnumerator<Parameter> GetEnumerator() => list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents() => Register();

        /// <summary>Registers what the list holds now; a list is filled before or after its owner registers it.</summary>
        private void Register()
        {
            _internal_params.Clear();
            for (int i = 0; i < list.Count; i++)
            {
                register_parameter(i.ToString(), list[i]);
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
            /// <summary>A list of parameters that are registered under their positions.</summary>
            public static Modules.ParameterList ParameterList(params Modules.Parameter[] parameters) => new(parameters);
        }
    }
}
