// Seeds and generators. A generator handle is a GeneratorImpl* that owns one reference.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <mutex>

namespace {
template <typename Use>
int32_t with(void* handle, Use&& use) {
  return guarded([&] {
    auto generator = at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
    std::lock_guard<std::mutex> lock(generator.mutex());
    use(generator);
  });
}
} // namespace

RT_API int32_t rt_new_generator(uint64_t seed, void** out) {
  return guarded([&] { *out = at::make_generator<at::CPUGeneratorImpl>(seed).unsafeReleaseGeneratorImpl(); });
}

RT_API int32_t rt_default_generator(void** out) {
  return guarded([&] { *out = at::Generator(at::detail::getDefaultCPUGenerator()).unsafeReleaseGeneratorImpl(); });
}

RT_API void rt_release_generator(void* handle) {
  c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(handle));
}

RT_API int32_t rt_set_seed(void* handle, uint64_t seed) {
  return with(handle, [&](at::Generator& generator) { generator.set_current_seed(seed); });
}

RT_API int32_t rt_new_seed(void* handle, uint64_t* out) {
  return with(handle, [&](at::Generator& generator) { *out = generator.seed(); });
}

RT_API int32_t rt_current_seed(void* handle, uint64_t* out) {
  return with(handle, [&](at::Generator& generator) { *out = generator.current_seed(); });
}

RT_API int32_t rt_get_state(void* handle, void** out) {
  return with(handle, [&](at::Generator& generator) { *out = release(generator.get_state()); });
}

RT_API int32_t rt_set_state(void* handle, void* state) {
  return with(handle, [&](at::Generator& generator) { generator.set_state(borrow(state)); });
}
