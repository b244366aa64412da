using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of every layer and model: a named tree of parameters, buffers and submodules.
        /// </summary>
        /// <remarks>
        /// Fields that hold a Module, a Parameter or a Tensor become children, parameters and buffers when
        /// <c>RegisterComponents()</c> runs, at the end of the constructor of a user's model.
        /// </remarks>
        public partial class Module : IDisposable
        {
            protected OrderedDict<string, Module> _internal_submodules = new();
            protected OrderedDict<string, (Tensor buffer, bool persistent)> _internal_buffers = new();
            protected OrderedDict<string, Parameter> _internal_params = new();
            protected internal DeviceType _deviceType = DeviceType.CPU;
            protected internal int _deviceIndex = -1;
            protected string name;

            private bool componentsRegistered;
            private bool disposed;

            protected Module(string name)
            {
                this.name = name;
            }

            /// <summary>True while training: dropout drops, batch normalization uses the batch's statistics.</summary>
            public bool training { get; private set; } = true;

            /// <summary>The name given to the constructor, usually the class's.</summary>
            public virtual string GetName() => name;

            /// <summary>Switches this module and everything below it to training (or, with false, to evaluation).</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, child) in named_children())
                {
                    child.train(train);
                }
            }

            /// <summary>Switches this module and everything below it to evaluation.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> with every module below this one, then with this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                {
                    child.apply(fn);
                }
                fn(this);
                return this;
            }

            /// <summary>Forgets all gradients; with <paramref name="set_to_none"/> false they are filled with zeros instead.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    Gradients.Clear(parameter, set_to_none);
                }
            }

            /// <summary>Disposes the module's parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || disposed)
                {
                    return;
                }
                disposed = true;
                foreach (var (_, (buffer, _)) in _internal_buffers)
                {
                    buffer.Dispose();
                }
                foreach (var (_, parameter) in _internal_params)
                {
                    parameter.Dispose();
                }
                foreach (var (_, child) in _internal_submodules)
                {
                    child.Dispose();
                }
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());
        }
    }
}
