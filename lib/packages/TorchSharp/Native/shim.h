// The C boundary between TorchSharp and libtorch.
//
// A tensor handle is a TensorImpl* that owns one reference; null is "no tensor". Every entry that can fail returns a
// status (0 is success) and leaves its message for rt_error; nothing is thrown across this boundary. Memory that is
// handed out is free()'s.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>

#define RT_API extern "C" __attribute__((visibility("default")))

enum class Kind : int32_t {
  None, Tensor, Int, Double, Bool, Ints, Doubles, Bools, Tensors, String, Complex, Device, Generator
};

// One argument or result. Lists, strings and complex numbers lie behind p, count elements long; for a tensor that
// comes back, count is the size of its new memory in bytes (the garbage collector is told), at most INT32_MAX.
struct Value {
  Kind kind;
  int32_t count;
  union {
    int64_t i;
    double d;
    void* p;
  };
};

enum Status : int32_t { Ok, Failed };

void keep_error() noexcept; // the message of the exception that is being handled

at::Tensor borrow(void* handle);
void* release(at::Tensor tensor);

template <typename Work>
int32_t guarded(Work&& work) noexcept {
  try {
    work();
    return Ok;
  } catch (...) {
    keep_error();
    return Failed;
  }
}
