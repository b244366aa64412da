using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes all parameters and persistent buffers to a file in TorchSharp's format (see ModuleFile).</summary>
            /// <param name="location">The file's path; an existing file is replaced once the new one is complete.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                string partial = location + ".partial";
                try
                {
                    using (var stream = File.Create(partial))
                    {
                        save(stream, skip);
                    }
                    File.Move(partial, location, overwrite: true);
                }
                catch
                {
                    File.Delete(partial);
                    throw;
                }
                return this;
            }

            /// <inheritdoc cref="save(string, IList{string})"/>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <inheritdoc cref="save(string, IList{string})"/>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes named tensors in the format of <see cref="save(string, IList{string})"/>.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) =>
                ModuleFile.Write(writer, sd, skip);

            /// <summary>Reads parameters and buffers from a file that <c>save</c> wrote.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="strict">Whether the file's names must be exactly the module's; otherwise what fits is taken.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Filled, when given, with whether each of the module's names was loaded.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">A name, type or shape does not fit.</exception>
            /// <exception cref="InvalidDataException">The file is damaged or ends too early.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException($"There is no weights file '{location}'.", location);
                }
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ModuleFile.Read(reader, state_dict(), strict, skip, loadedParameters);
                return this;
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Makes a module and reads its parameters from a file.</summary>
            public static Module Create<T>(string path) where T : Module, new()
            {
                var module = new T();
                return module.load(path);
            }
        }
    }
}
