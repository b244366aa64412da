// What went wrong last on this thread, in libtorch's words; the managed side makes a sentence of them.
#include "shim.h"

#include <c10/util/Exception.h>
#include <string>

namespace {
thread_local std::string last_error;
}

void keep_error() noexcept {
  try {
    try {
      throw;
    } catch (const c10::Error& e) {
      last_error = e.what_without_backtrace();
    } catch (const std::bad_alloc&) {
      last_error = "not enough memory";
    } catch (const std::exception& e) {
      last_error = e.what();
    } catch (...) {
      last_error = "libtorch threw an exception of an unknown type";
    }
  } catch (...) {
    last_error.clear(); // no memory even for the message: the managed side has a sentence of its own
  }
}

RT_API const char* rt_error() { return last_error.c_str(); }
