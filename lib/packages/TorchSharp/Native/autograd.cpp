// Gradients: backward and grad, the grad modes, anomaly detection.
#include "shim.h"

#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

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
} // namespace

RT_API int32_t rt_backward(void** tensors, int32_t count, void** grads, int32_t grad_count, int32_t retain, int32_t create, void** inputs, int32_t input_count) {
  return guarded([&] {
    torch::autograd::backward(
        borrow_all(tensors, count), gradients(grads, grad_count, count), retain != 0, create != 0, borrow_all(inputs, input_count));
  });
}

RT_API int32_t rt_grad(void** outputs, int32_t count, void** inputs, int32_t input_count, void** grads, int32_t grad_count, int32_t retain, int32_t create, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(
        borrow_all(outputs, count), borrow_all(inputs, input_count), gradients(grads, grad_count, count), retain != 0, create != 0, allow_unused != 0);
    for (int32_t i = 0; i < input_count; i++) results[i] = release(std::move(found[i]));
  });
}

RT_API int32_t rt_get_grad(void* handle, void** out) {
  return guarded([&] { *out = release(at::Tensor(borrow(handle).grad())); });
}

RT_API int32_t rt_set_grad(void* handle, void* grad) {
  return guarded([&] { borrow(handle).mutable_grad() = borrow(grad); });
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
