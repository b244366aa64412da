// The C boundary between TorchSharp and libtorch.
//
// A tensor handle is a TensorImpl* that owns one reference; null is "no tensor". Every entry that can fail returns a
// status (0 is success) and leaves its message for rt_error; nothing is thrown across this boundary.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <exception>
#include <string>

#define RT_API extern "C" __attribute__((visibility("default")))

enum class Kind : int32_t {
  None, Tensor, Int, Double, Bool, Ints, Doubles, Bools, Tensors, String, Complex, Device, Generator
};

// One argument or result. Lists, strings and complex numbers lie behind p, count elements long; for a tensor that
// comes back, count is the size of its memory in bytes (the garbage collector is told), at most INT32_MAX.
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

int32_t keep_error(const std::exception_ptr& error, const std::string& context) noexcept;

at::Tensor borrow(void* handle);
void* release(at::Tensor tensor);
std::string describe(const at::Tensor& tensor);
int32_t byte_count(const at::Tensor& tensor);

// Runs work; what it throws becomes a status, and a message that ends in where() when that is given.
template <typename Work, typename Where>
int32_t guarded(Work&& work, Where&& where) noexcept {
  try {
    work();
    return Ok;
  } catch (...) {
    const std::exception_ptr error = std::current_exception();
    std::string context;
    try {
      context = where();
    } catch (...) {
      context.clear(); // no memory: the message goes without its context
    }
    return keep_error(error, context);
  }
}

template <typename Work>
int32_t guarded(Work&& work) noexcept {
  return guarded(work, [] { return std::string(); });
}
