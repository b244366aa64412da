using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Registers the fields that hold modules, parameters and tensors under the fields' names.
            /// </summary>
            /// <remarks>
            /// A <see cref="ComponentNameAttribute"/> gives a field another name. What is registered already is left alone, and
            /// a second call does nothing. Lists and dictionaries of modules are not searched: use <c>ModuleList</c> and <c>ModuleDict</c>.
            /// </remarks>
            protected virtual void RegisterComponents()
            {
                if (componentsRegistered)
                {
                    return;
                }
                componentsRegistered = true;
                foreach (var field in ComponentFields.Of(GetType()))
                {
                    if (_internal_submodules.ContainsKey(field.Name) || _internal_params.ContainsKey(field.Name) || _internal_buffers.ContainsKey(field.Name))
                    {
                        continue;
                    }
                    switch (field.Info.GetValue(this))
                    {
                        case Module module:
                            register_module(field.Name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(field.Name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Adds a tensor that belongs to the module's state but is not trained.</summary>
            /// <param name="name">The name within this module.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether the buffer is part of <c>state_dict()</c> and of saved files.</param>
            /// <exception cref="ArgumentNullException">The tensor is null.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null)
                {
                    throw new ArgumentNullException(nameof(tensor), $"The buffer '{name}' must not be null.");
                }
                if (!_internal_buffers.TryAdd(name, (tensor, persistent)))
                {
                    throw new InvalidOperationException($"A buffer named '{name}' is already registered.");
                }
            }

            /// <summary>Adds a trained tensor.</summary>
            /// <exception cref="ArgumentNullException">The parameter is null.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null)
                {
                    throw new ArgumentNullException(nameof(param), $"The parameter '{name}' must not be null.");
                }
                if (!_internal_params.TryAdd(name, param))
                {
                    throw new InvalidOperationException($"A parameter named '{name}' is already registered.");
                }
            }

            /// <summary>The same as <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a submodule; null removes the one of that name.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                {
                    throw new ArgumentException($"A module's name must not be empty or contain a dot, but it is '{name}'.", nameof(name));
                }
                if (_internal_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"A module named '{name}' is already registered.");
                }
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            protected void ConditionallyRegisterParameter(string name, Tensor? value) =>
                ConditionallyRegisterParameter(name, value as Parameter ?? (value is null ? null : new Parameter(value)));

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                }
                else
                {
                    _internal_params[name] = value;
                }
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _internal_buffers.Remove(name);
                }
                else
                {
                    _internal_buffers[name] = (value, persistent);
                }
            }

            protected void ClearModules() => _internal_submodules.Clear();
        }

        /// <summary>The fields of a module type that can hold a component, found once a type.</summary>
        private static class ComponentFields
        {
            private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, (FieldInfo Info, string Name)[]> Known = new();

            public static (FieldInfo Info, string Name)[] Of(Type type) => Known.GetOrAdd(type, Find);

            private static (FieldInfo Info, string Name)[] Find(Type type) =>
                type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Where(field => !field.FieldType.IsValueType)
                    .Select(field => (field, field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name))
                    .ToArray();
        }
    }
}
