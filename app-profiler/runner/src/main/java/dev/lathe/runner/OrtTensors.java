package dev.lathe.runner;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.TensorInfo.OnnxTensorType;
import ai.onnxruntime.ValueInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Turns tensors as they travel into those of the runtime, and back.
final class OrtTensors {
    private static final int STRING = 8;

    private OrtTensors() {}

    /// A tensor over the same memory, which has to outlive it.
    static OnnxTensor create(OrtEnvironment runtime, WireTensor tensor) throws OrtException {
        long[] sizes = tensor.sizes().stream().mapToLong(Long::longValue).toArray();
        if (tensor.type() == STRING) {
            return OnnxTensor.createTensor(
                    runtime, StringElements.decode(tensor.elements()), sizes);
        }
        ByteBuffer elements = tensor.elements().duplicate().order(ByteOrder.nativeOrder());
        return OnnxTensor.createTensor(runtime, elements, sizes, javaType(tensor));
    }

    static WireTensor read(String name, OnnxValue value) throws OrtException {
        if (!(value instanceof OnnxTensor tensor)) {
            throw new UnsupportedOperationException(
                    "output '" + name + "' is no tensor but a " + value.getType());
        }
        TensorInfo info = tensor.getInfo();
        ByteBuffer elements =
                info.type == OnnxJavaType.STRING
                        ? StringElements.encode(tensor.getValue())
                        : tensor.getByteBuffer();
        return new WireTensor(name, code(info.onnxType), boxed(info.getShape()), elements);
    }

    static ValueSpec spec(String name, ValueInfo info) {
        if (!(info instanceof TensorInfo tensor)) {
            return new ValueSpec(name, 0, List.of(), List.of());
        }
        return new ValueSpec(
                name,
                code(tensor.onnxType),
                boxed(tensor.getShape()),
                Arrays.asList(tensor.getDimensionNames()));
    }

    private static OnnxJavaType javaType(WireTensor tensor) {
        return switch (tensor.type()) {
            case 1 -> OnnxJavaType.FLOAT;
            case 2 -> OnnxJavaType.UINT8;
            case 3 -> OnnxJavaType.INT8;
            case 5 -> OnnxJavaType.INT16;
            case 6 -> OnnxJavaType.INT32;
            case 7 -> OnnxJavaType.INT64;
            case 9 -> OnnxJavaType.BOOL;
            case 10 -> OnnxJavaType.FLOAT16;
            case 11 -> OnnxJavaType.DOUBLE;
            case 16 -> OnnxJavaType.BFLOAT16;
            default ->
                    throw new UnsupportedOperationException(
                            "the runtime's Java interface takes no input of the type of '"
                                    + tensor.name()
                                    + "'");
        };
    }

    private static int code(OnnxTensorType type) {
        return switch (type) {
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED -> 0;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> 1;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8 -> 2;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8 -> 3;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT16 -> 4;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16 -> 5;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> 6;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> 7;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING -> STRING;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL -> 9;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> 10;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> 11;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT32 -> 12;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT64 -> 13;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX64 -> 14;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX128 -> 15;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16 -> 16;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FN -> 17;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FNUZ -> 18;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2 -> 19;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2FNUZ -> 20;
        };
    }

    private static List<Long> boxed(long[] sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }
}
