// Seeds and generators. A generator handle is a GeneratorImpl* that owns one reference.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <mutex>

namespace {
at::Generator generator_of(void* handle) {
  return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
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
  return guarded([&] {
    auto generator = generator_of(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_current_seed(seed);
  });
}

RT_API int32_t rt_new_seed(void* handle, uint64_t* out) {
  return guarded([&] {
    auto generator = generator_of(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    *out = generator.seed();
  });
}

RT_API int32_t rt_current_seed(void* handle, uint64_t* out) {
  return guarded([&] {
    auto generator = generator_of(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    *out = generator.current_seed();
  });
}

RT_API int32_t rt_get_state(void* handle, void** out) {
  return guarded([&] {
    auto generator = generator_of(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    *out = release(generator.get_state());
  });
}

RT_API int32_t rt_set_state(void* handle, void* state) {
  return guarded([&] {
    auto generator = generator_of(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_state(borrow(state));
  });
}
