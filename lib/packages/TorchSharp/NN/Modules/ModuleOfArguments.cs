namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The base of modules whose forward takes one argument.</summary>
        public abstract class Module<T, TResult> :
            HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes; runs no hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the hooks and <c>forward</c> between them.</summary>
            public TResult call(T input) => hooked ? CallWithHooks(input) : forward(input);

            private TResult CallWithHooks(T input)
            {
                before();
                foreach (var hook in pre_hooks.Values.ToArray())
                {
                    input = hook(this, input) ?? input;
                }
                var result = forward(input);
                after();
                foreach (var hook in post_hooks.Values.ToArray())
                {
                    result = hook(this, input, result) ?? result;
                }
                return result;
            }
        }

        /// <summary>The base of modules whose forward takes two arguments.</summary>
        public abstract class Module<T1, T2, TResult> :
            HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>,
            IModule<T1, T2, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes; runs no hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the hooks and <c>forward</c> between them.</summary>
            public TResult call(T1 input1, T2 input2) => hooked ? CallWithHooks(input1, input2) : forward(input1, input2);

            private TResult CallWithHooks(T1 input1, T2 input2)
            {
                before();
                foreach (var hook in pre_hooks.Values.ToArray())
                {
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                }
                var result = forward(input1, input2);
                after();
                foreach (var hook in post_hooks.Values.ToArray())
                {
                    result = hook(this, input1, input2, result) ?? result;
                }
                return result;
            }
        }

        /// <summary>The base of modules whose forward takes three arguments.</summary>
        public abstract class Module<T1, T2, T3, TResult> :
            HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>,
            IModule<T1, T2, T3, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes; runs no hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the hooks and <c>forward</c> between them.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => hooked ? CallWithHooks(input1, input2, input3) : forward(input1, input2, input3);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3)
            {
                before();
                foreach (var hook in pre_hooks.Values.ToArray())
                {
                    (input1, input2, input3) = hook(this, input1, input2, input3) ?? (input1, input2, input3);
                }
                var result = forward(input1, input2, input3);
                after();
                foreach (var hook in post_hooks.Values.ToArray())
                {
                    result = hook(this, input1, input2, input3, result) ?? result;
                }
                return result;
            }
        }
    }
}
