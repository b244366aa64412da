// Gradients: backward and grad, the grad modes, hooks that call back into managed code, anomaly detection.
#include "shim.h"

#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <memory>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>
#include <vector>

namespace {
std::vector<at::Tensor> borrow_all(void** handles, int32_t count) {
  std::vector<at::Tensor> tensors(count);
  for (int32_t i = 0; i < count; i++) tensors[i] = borrow(handles[i]);
  return tensors;
}

// An absent list of output gradients means that each output is a scalar with gradient one.
std::vector<at::Tensor> gradients(void** handles, int32_t count, int32_t wanted) {
  return count == 0 ? std::vector<at::Tensor>(wanted) : borrow_all(handles, count);
}
std::string describe_all(const char* name, void** handles, int32_t count) {
  std::string text = std::string(name) + "(";
  for (int32_t i = 0; i < count; i++) text += (i ? ", " : "") + describe(borrow(handles[i]));
  return text + ")";
}
} // namespace

RT_API int32_t rt_backward(void** tensors, int32_t count, void** grads, int32_t grad_count, int32_t retain, int32_t create, void** inputs, int32_t input_count) {
  return guarded([&] {
    torch::autograd::backward(
        borrow_all(tensors, count), gradients(grads, grad_count, count), retain != 0, create != 0, borrow_all(inputs, input_count));
  }, [&] { return describe_all("backward", tensors, count); });
}

RT_API int32_t rt_grad(void** outputs, int32_t count, void** inputs, int32_t input_count, void** grads, int32_t grad_count, int32_t retain, int32_t create, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(
        borrow_all(outputs, count), borrow_all(inputs, input_count), gradients(grads, grad_count, count), retain != 0, create != 0, allow_unused != 0);
    for (int32_t i = 0; i < input_count; i++) results[i] = release(std::move(found[i]));
  }, [&] { return describe_all("grad", outputs, count); });
}

RT_API int32_t rt_get_grad(void* handle, void** out) {
  return guarded([&] { *out = release(at::Tensor(borrow(handle).grad())); });
}

RT_API int32_t rt_set_grad(void* handle, void* grad) {
  return guarded([&] {
    const at::Tensor tensor = borrow(handle);
    const at::Tensor value = borrow(grad);
    TORCH_CHECK(
        !value.defined() || value.sizes() == tensor.sizes(), "the gradient is ", describe(value), ", its tensor ", describe(tensor));
    tensor.mutable_grad() = value;
  });
}

RT_API int32_t rt_set_requires_grad(void* handle, int32_t on) {
  return guarded([&] {
    const at::Tensor tensor = borrow(handle);
    TORCH_CHECK(
        on || tensor.is_leaf(), "requires_grad can be switched off on leaf tensors only; use detach() on ", describe(tensor));
    tensor.set_requires_grad(on != 0);
  });
}

RT_API int32_t rt_retain_grad(void* handle) {
  return guarded([&] { borrow(handle).retain_grad(); });
}

RT_API int32_t rt_grad_enabled() { return at::GradMode::is_enabled(); }
RT_API void rt_set_grad_enabled(int32_t on) { at::GradMode::set_enabled(on != 0); }

RT_API int32_t rt_inference_enabled() { return c10::InferenceMode::is_enabled(); }
RT_API int32_t rt_enter_inference(int32_t on, void** out) {
  return guarded([&] { *out = new c10::InferenceMode(on != 0); });
}
RT_API void rt_leave_inference(void* mode) { delete static_cast<c10::InferenceMode*>(mode); }

RT_API int32_t rt_anomaly() {
  using torch::autograd::AnomalyMode;
  return (AnomalyMode::is_enabled() ? 1 : 0) | (AnomalyMode::should_check_nan() ? 2 : 0);
}
RT_API void rt_set_anomaly(int32_t on, int32_t check_nan) {
  torch::autograd::AnomalyMode::set_enabled(on != 0, check_nan != 0);
}
