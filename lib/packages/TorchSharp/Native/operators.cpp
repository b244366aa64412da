// Any operator of ATen, by its schema name, called boxed through the dispatcher (autograd included).
#include "shim.h"

#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <sstream>

namespace {
struct Argument {
  c10::TypeKind kind;     // of the value, or of a list's elements
  bool list;
  bool optional;          // None is a value
  bool optional_elements; // Tensor?[]
  bool has_default;
  int32_t fixed_size;     // of a list that a single number may stand for, else 0
  c10::IValue default_value;
  std::string name;
};

struct Operator {
  c10::OperatorHandle handle;
  std::string name;
  std::vector<Argument> arguments;
  size_t returns;
};

Argument argument_of(const c10::Argument& from) {
  Argument to{};
  to.name = from.name();
  to.fixed_size = from.N().value_or(0);
  c10::TypePtr type = from.type();
  if (auto optional = type->cast<c10::OptionalType>()) {
    to.optional = true;
    type = optional->getElementType();
  }
  if (auto list = type->cast<c10::ListType>()) {
    to.list = true;
    type = list->getElementType();
    if (auto optional = type->cast<c10::OptionalType>()) {
      to.optional_elements = true;
      type = optional->getElementType();
    }
  }
  to.kind = type->kind();
  to.has_default = from.default_value().has_value();
  if (to.has_default) to.default_value = *from.default_value();
  return to;
}

[[noreturn]] void mismatch(const Argument& to) {
  TORCH_CHECK_TYPE(false, "argument '", to.name, "' has the wrong type");
}

c10::IValue list_value(const Value& from, const Argument& to) {
  if (from.kind == Kind::Tensors && to.kind == c10::TypeKind::TensorType) {
    auto handles = static_cast<void**>(from.p);
    if (to.optional_elements) {
      c10::List<c10::optional<at::Tensor>> list;
      list.reserve(from.count);
      for (int32_t i = 0; i < from.count; i++) {
        list.push_back(handles[i] ? c10::make_optional(borrow(handles[i])) : c10::nullopt);
      }
      return list;
    }
    c10::List<at::Tensor> list;
    list.reserve(from.count);
    for (int32_t i = 0; i < from.count; i++) {
      TORCH_CHECK_VALUE(handles[i], "argument '", to.name, "' has no tensor at position ", i);
      list.push_back(borrow(handles[i]));
    }
    return list;
  }
  if (from.kind == Kind::Ints) {
    auto data = static_cast<int64_t*>(from.p);
    if (to.kind == c10::TypeKind::FloatType) return c10::List<double>(std::vector<double>(data, data + from.count));
    return c10::IValue(c10::IntArrayRef(data, from.count));
  }
  if (from.kind == Kind::Int && to.fixed_size > 0) {
    return c10::IValue(std::vector<int64_t>(to.fixed_size, from.i));
  }
  if (from.kind == Kind::Doubles && to.kind == c10::TypeKind::FloatType) {
    auto data = static_cast<double*>(from.p);
    return c10::IValue(std::vector<double>(data, data + from.count));
  }
  if (from.kind == Kind::Bools && to.kind == c10::TypeKind::BoolType) {
    c10::List<bool> list;
    for (int32_t i = 0; i < from.count; i++) list.push_back(static_cast<uint8_t*>(from.p)[i] != 0);
    return list;
  }
  mismatch(to);
}

c10::IValue value_of(const Value& from, const Argument& to) {
  if (from.kind == Kind::None) {
    TORCH_CHECK_VALUE(to.optional, "argument '", to.name, "' must not be null");
    return c10::IValue();
  }
  if (to.list) return list_value(from, to);
  switch (to.kind) {
    case c10::TypeKind::TensorType:
      if (from.kind == Kind::Tensor) return borrow(from.p);
      break;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
    case c10::TypeKind::ScalarTypeType:
    case c10::TypeKind::LayoutType:
    case c10::TypeKind::MemoryFormatType:
      if (from.kind == Kind::Int) return from.i;
      break;
    case c10::TypeKind::FloatType:
      if (from.kind == Kind::Double) return from.d;
      if (from.kind == Kind::Int) return static_cast<double>(from.i);
      break;
    case c10::TypeKind::BoolType:
      if (from.kind == Kind::Bool) return from.i != 0;
      break;
    case c10::TypeKind::NumberType:
      if (from.kind == Kind::Int) return from.i;
      if (from.kind == Kind::Double) return from.d;
      if (from.kind == Kind::Bool) return from.i != 0;
      if (from.kind == Kind::Complex) {
        auto parts = static_cast<double*>(from.p);
        return c10::complex<double>(parts[0], parts[1]);
      }
      break;
    case c10::TypeKind::StringType:
      if (from.kind == Kind::String) return std::string(static_cast<char*>(from.p), from.count);
      break;
    case c10::TypeKind::DeviceObjType:
      if (from.kind == Kind::Device) {
        return c10::Device(static_cast<c10::DeviceType>(from.count), static_cast<c10::DeviceIndex>(from.i));
      }
      break;
    case c10::TypeKind::GeneratorType:
      if (from.kind == Kind::Generator) {
        return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(from.p)));
      }
      break;
    default:
      break;
  }
  mismatch(to);
}

void give_back(c10::IValue&& from, Value& to) {
  to = Value{};
  if (from.isTensor()) {
    at::Tensor tensor = std::move(from).toTensor();
    to.kind = tensor.defined() ? Kind::Tensor : Kind::None;
    to.count = byte_count(tensor);
    to.p = release(std::move(tensor));
  } else if (from.isTensorList()) {
    auto list = from.toTensorVector();
    auto handles = std::make_unique<void*[]>(list.size());
    for (size_t i = 0; i < list.size(); i++) handles[i] = release(std::move(list[i]));
    to.kind = Kind::Tensors;
    to.count = static_cast<int32_t>(list.size());
    to.p = handles.release();
  } else if (from.isInt()) {
    to.kind = Kind::Int;
    to.i = from.toInt();
  } else if (from.isDouble()) {
    to.kind = Kind::Double;
    to.d = from.toDouble();
  } else if (from.isBool()) {
    to.kind = Kind::Bool;
    to.i = from.toBool();
  } else if (from.isComplexDouble()) {
    auto parts = std::make_unique<void*[]>(2);
    auto number = from.toComplexDouble();
    std::memcpy(parts.get(), &number, sizeof(number));
    to.kind = Kind::Complex;
    to.count = 2;
    to.p = parts.release();
  } else {
    TORCH_CHECK(from.isNone(), "a result of type ", from.tagKind(), " is not known here");
  }
}

std::string describe_call(const Operator& op, const Value* arguments, int32_t count) {
  std::ostringstream out;
  out << op.name << '(';
  for (int32_t i = 0; i < count; i++) {
    const Value& v = arguments[i];
    if (i) out << ", ";
    switch (v.kind) {
      case Kind::Tensor: out << describe(borrow(v.p)); break;
      case Kind::Int: out << v.i; break;
      case Kind::Double: out << v.d; break;
      case Kind::Bool: out << (v.i ? "true" : "false"); break;
      case Kind::String: out << std::string(static_cast<char*>(v.p), v.count); break;
      case Kind::Ints:
        out << c10::IntArrayRef(static_cast<int64_t*>(v.p), v.count);
        break;
      case Kind::Tensors:
        out << '[';
        for (int32_t j = 0; j < std::min(v.count, 4); j++) out << (j ? ", " : "") << describe(borrow(static_cast<void**>(v.p)[j]));
        out << (v.count > 4 ? ", …]" : "]");
        break;
      case Kind::None: out << "none"; break;
      default: out << "…"; break;
    }
  }
  out << ')';
  return out.str();
}

thread_local torch::jit::Stack spare; // keeps its memory from call to call
} // namespace

RT_API int32_t rt_find(const char* name, const char* overload, Operator** out) {
  return guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK(handle.has_value(), "this libtorch has no operator ", name, *overload ? "." : "", overload);
    std::string shown = name;
    auto op = std::make_unique<Operator>(Operator{*handle, shown.substr(shown.rfind(':') + 1), {}, 0});
    for (const auto& argument : handle->schema().arguments()) op->arguments.push_back(argument_of(argument));
    op->returns = handle->schema().returns().size();
    *out = op.release(); // lives as long as the process, as the managed side's static fields do
  });
}

// Missing trailing arguments take the schema's defaults. With room for no results, they are dropped.
RT_API int32_t rt_call(const Operator* op, const Value* arguments, int32_t count, Value* results, int32_t room) {
  return guarded([&] {
    torch::jit::Stack stack = std::move(spare); // a hook may call operators while this one runs
    stack.clear();
    const auto wanted = op->arguments.size();
    TORCH_CHECK(static_cast<size_t>(count) <= wanted, "too many arguments");
    for (size_t i = 0; i < wanted; i++) {
      const Argument& argument = op->arguments[i];
      if (i < static_cast<size_t>(count)) {
        stack.push_back(value_of(arguments[i], argument));
      } else {
        TORCH_CHECK(argument.has_default, "argument '", argument.name, "' is missing");
        stack.push_back(argument.default_value);
      }
    }
    op->handle.callBoxed(&stack);
    TORCH_CHECK(room == 0 || static_cast<size_t>(room) == stack.size(), stack.size(), " results, ", room, " expected");
    for (int32_t i = 0; i < room; i++) give_back(std::move(stack[i]), results[i]);
    stack.clear();
    spare = std::move(stack);
  }, [&] { return describe_call(*op, arguments, count); });
}

RT_API void rt_free_array(void* array) { delete[] static_cast<void**>(array); }
