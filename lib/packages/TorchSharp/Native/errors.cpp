// What a libtorch exception says, without C++ stacks, file names and requests to file bugs.
#include "shim.h"

#include <c10/util/Exception.h>
#include <new>
#include <regex>
#include <sstream>

namespace {
thread_local std::string last_error;

std::string readable(std::string text) {
  static const std::regex stack("\n?(Exception raised from|C\\+\\+ exception|frame #)[\\s\\S]*");
  static const std::regex assertion(
      "^[\\s\\S]*INTERNAL ASSERT FAILED at \"[^\"]*\":\\d+, please report a bug to PyTorch\\. ?");
  static const std::regex allocation("[\\s\\S]*you tried to allocate (\\d+) bytes[\\s\\S]*");
  static const std::regex enforce("^\\[enforce fail at [^\\]]*\\] ?\\.? ?");
  std::smatch found;
  if (std::regex_match(text, found, allocation)) {
    return "not enough memory: tried to allocate " + found[1].str() + " bytes";
  }
  text = std::regex_replace(text, stack, "");
  text = std::regex_replace(text, assertion, "");
  text = std::regex_replace(text, enforce, "");
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text.empty() ? "libtorch refused the arguments" : text;
}

std::string message_of(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const c10::Error& e) {
    return readable(e.what_without_backtrace());
  } catch (const std::bad_alloc&) {
    return "not enough memory";
  } catch (const std::exception& e) {
    return readable(e.what());
  } catch (...) {
    return "libtorch threw an exception of an unknown type";
  }
}
// The names of torch.ScalarType.
const char* name_of(at::ScalarType type) {
  switch (type) {
    case at::kByte: return "Byte";
    case at::kChar: return "Int8";
    case at::kShort: return "Int16";
    case at::kInt: return "Int32";
    case at::kLong: return "Int64";
    case at::kHalf: return "Float16";
    case at::kFloat: return "Float32";
    case at::kDouble: return "Float64";
    case at::kComplexFloat: return "ComplexFloat32";
    case at::kComplexDouble: return "ComplexFloat64";
    default: return c10::toString(type);
  }
}
} // namespace

int32_t keep_error(const std::exception_ptr& error, const std::string& context) noexcept {
  try {
    std::string text = message_of(error);
    if (!context.empty()) {
      size_t line = text.find('\n');
      text.insert(line == std::string::npos ? text.size() : line, " — in " + context);
    }
    last_error = text;
  } catch (...) {
    last_error.clear(); // no memory even for the message: the managed side has a sentence of its own
  }
  return Failed;
}

RT_API const char* rt_error() { return last_error.c_str(); }

std::string describe(const at::Tensor& tensor) {
  if (!tensor.defined()) return "none";
  std::ostringstream out;
  out << name_of(tensor.scalar_type()) << '[';
  for (int64_t i = 0; i < tensor.dim(); i++) out << (i ? ", " : "") << tensor.size(i);
  out << ']';
  return out.str();
}
