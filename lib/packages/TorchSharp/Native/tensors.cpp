// A tensor's lifetime, what it is, where its memory lies, and its bytes on disk; threads and other switches.
#include "shim.h"

#include <ATen/Context.h>
#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <cstdlib>
#include <cstring>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sstream>
#include <torch/csrc/api/include/torch/serialize.h>

using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

at::Tensor borrow(void* handle) {
  if (!handle) return at::Tensor();
  return at::Tensor(TensorPtr::reclaim_copy(static_cast<c10::TensorImpl*>(handle)));
}

void* release(at::Tensor tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

struct Info {
  const int64_t* sizes; // valid while the tensor lives and keeps its shape
  const int64_t* strides; // null when the layout has none
  void* data; // of the first element; null when there is none that the CPU could read
  int64_t dimensions;
  int64_t elements;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t flags; // 1 requires grad, 2 leaf, 4 contiguous, 8 sparse, 16 inference, 32 view that needs materializing
};

RT_API void rt_info(void* handle, Info* out) {
  auto impl = static_cast<c10::TensorImpl*>(handle);
  const bool strided = impl->layout() == c10::kStrided;
  *out = Info{};
  out->sizes = impl->sizes().data();
  out->strides = strided ? impl->strides().data() : nullptr;
  out->dimensions = impl->dim();
  out->elements = impl->numel();
  out->dtype = static_cast<int32_t>(c10::typeMetaToScalarType(impl->dtype()));
  out->device_type = static_cast<int32_t>(impl->device().type());
  out->device_index = impl->device().index();
  if (strided && impl->device().is_cpu() && impl->has_storage() && impl->storage().data()) {
    out->data = static_cast<char*>(impl->storage().data()) + impl->storage_offset() * impl->itemsize();
  }
  const at::Tensor tensor = borrow(handle);
  out->flags = (tensor.requires_grad() ? 1 : 0) | (tensor.is_leaf() ? 2 : 0) |
      (strided && tensor.is_contiguous() ? 4 : 0) | (strided ? 0 : 8) | (tensor.is_inference() ? 16 : 0) |
      (tensor.is_conj() || tensor.is_neg() ? 32 : 0);
}

RT_API void rt_retain(void* handle) { release(borrow(handle)); }

RT_API void rt_release(void** handles, int32_t count) {
  for (int32_t i = 0; i < count; i++) TensorPtr::reclaim(static_cast<c10::TensorImpl*>(handles[i]));
}

// A tensor over memory that the managed side pinned and lets go of when the last tensor over it is gone.
RT_API int32_t rt_from_memory(int32_t dtype, const int64_t* sizes, int32_t dimensions, void* data, void* owner, void (*let_go)(void*), void** out) {
  return guarded([&] {
    *out = release(at::from_blob(
        data, at::IntArrayRef(sizes, dimensions), [owner, let_go](void*) { let_go(owner); },
        at::TensorOptions(static_cast<at::ScalarType>(dtype))));
  });
}

RT_API int32_t rt_save(void* handle, void** data, int64_t* bytes) {
  return guarded([&] {
    std::ostringstream stream;
    torch::save(borrow(handle), stream);
    const std::string text = stream.str();
    *data = std::malloc(text.size());
    if (!*data) throw std::bad_alloc();
    std::memcpy(*data, text.data(), text.size());
    *bytes = static_cast<int64_t>(text.size());
  });
}

RT_API int32_t rt_load(const char* data, int64_t bytes, void** out) {
  return guarded([&] {
    at::Tensor tensor;
    torch::load(tensor, data, static_cast<size_t>(bytes));
    *out = release(std::move(tensor));
  });
}

// A training step frees all its tensors together. glibc would give that memory back to the system, only to fetch it again,
// page by page, in the next step; it keeps up to 128 MB instead, and serves blocks up to 32 MB from what it keeps. Small blocks
// are joined when they are freed: put aside, as by default, all of them are gone through at every larger block that is freed.
RT_API void rt_keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 128 << 20);
  mallopt(M_MXFAST, 0);
#endif
}

RT_API int32_t rt_set_threads(int32_t count) {
  return guarded([&] { at::set_num_threads(count); });
}
RT_API int32_t rt_threads() { return at::get_num_threads(); }
RT_API int32_t rt_set_interop_threads(int32_t count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}
RT_API int32_t rt_interop_threads() { return static_cast<int32_t>(at::get_num_interop_threads()); }

RT_API void rt_set_deterministic(int32_t on, int32_t warn_only) {
  at::globalContext().setDeterministicAlgorithms(on != 0, warn_only != 0);
}
RT_API int32_t rt_deterministic() { return at::globalContext().deterministicAlgorithms(); }
