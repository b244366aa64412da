// A tensor's lifetime, what it is, its memory, and its bytes on disk.
#include "shim.h"

#include <ATen/Context.h>
#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <climits>
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

int32_t byte_count(const at::Tensor& tensor) {
  if (!tensor.defined() || !tensor.has_storage()) return 0;
  return static_cast<int32_t>(std::min<size_t>(tensor.storage().nbytes(), INT32_MAX));
}

struct Info {
  const int64_t* sizes; // valid while the tensor lives and keeps its shape
  const int64_t* strides; // null when the layout has none
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
  const at::Tensor tensor = borrow(handle);
  out->flags = (tensor.requires_grad() ? 1 : 0) | (tensor.is_leaf() ? 2 : 0) |
      (strided && tensor.is_contiguous() ? 4 : 0) | (strided ? 0 : 8) | (tensor.is_inference() ? 16 : 0) |
      (tensor.is_conj() || tensor.is_neg() ? 32 : 0);
}

RT_API void rt_retain(void* handle) { release(borrow(handle)); }

RT_API void rt_release(void* handle) { TensorPtr::reclaim(static_cast<c10::TensorImpl*>(handle)); }

RT_API int32_t rt_data(void* handle, void** data) {
  return guarded([&] {
    const at::Tensor tensor = borrow(handle);
    TORCH_CHECK(tensor.device().is_cpu(), "the data of a tensor on ", tensor.device().str(), " cannot be read; move it to the CPU first");
    *data = tensor.data_ptr();
  });
}

RT_API int32_t rt_storage(void* handle, void** data, int64_t* bytes) {
  return guarded([&] {
    const auto storage = borrow(handle).storage();
    *data = storage.data();
    *bytes = static_cast<int64_t>(storage.nbytes());
  });
}

// A new tensor; data, when there is any, is copied.
RT_API int32_t rt_new_tensor(int32_t dtype, const int64_t* sizes, int32_t dimensions, const void* data, int64_t bytes, void** out) {
  return guarded([&] {
    at::Tensor tensor = at::empty(at::IntArrayRef(sizes, dimensions), at::TensorOptions(static_cast<at::ScalarType>(dtype)));
    TORCH_CHECK(!data || static_cast<int64_t>(tensor.nbytes()) == bytes, "the data has ", bytes, " bytes, the tensor ", tensor.nbytes());
    if (data && bytes > 0) std::memcpy(tensor.data_ptr(), data, bytes);
    *out = release(std::move(tensor));
  });
}

// A tensor over memory that the managed side pinned and lets go of when the last tensor over it is gone.
RT_API int32_t rt_from_memory(int32_t dtype, const int64_t* sizes, int32_t dimensions, void* data, void* owner, void (*let_go)(void*), void** out) {
  return guarded([&] {
    *out = release(at::from_blob(
        data, at::IntArrayRef(sizes, dimensions), [owner, let_go](void*) { let_go(owner); },
        at::TensorOptions(static_cast<at::ScalarType>(dtype))));
  });
}

RT_API int32_t rt_save(void* handle, char** data, int64_t* bytes) {
  return guarded([&] {
    std::ostringstream stream;
    torch::save(borrow(handle), stream);
    const std::string text = stream.str();
    auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    *bytes = static_cast<int64_t>(text.size());
    *data = copy.release();
  });
}

RT_API void rt_free_bytes(char* data) { delete[] data; }

RT_API int32_t rt_load(const char* data, int64_t bytes, void** out) {
  return guarded([&] {
    at::Tensor tensor;
    torch::load(tensor, data, static_cast<size_t>(bytes));
    *out = release(std::move(tensor));
  });
}

// A training step frees all its tensors together. glibc would give that memory back to the system, only to fetch it again,
// page by page, in the next step; it keeps up to 128 MB instead, and serves blocks up to 32 MB from what it keeps.
RT_API void rt_keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 128 << 20);
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
