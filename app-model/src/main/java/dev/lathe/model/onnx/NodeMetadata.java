package dev.lathe.model.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.onnx.proto.NodeProto;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The free key-value pairs that a file states of a node (`NodeProto.metadata_props`), such as the
/// module that an exporter made it from.
public final class NodeMetadata {
    private static final SequencedMap<String, String> NONE =
            Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    private NodeMetadata() {}

    /// Whether files say the same of two nodes beyond their fields; a name that one states to be
    /// empty and the other does not state is the same.
    public static boolean isSameNote(Node a, Node b) {
        if (a.extras().equals(b.extras())) {
            return true;
        }
        try {
            return note(a).equals(note(b));
        } catch (InvalidProtocolBufferException _) {
            return false; // another format says it
        }
    }

    private static NodeProto note(Node node) throws InvalidProtocolBufferException {
        return NodeProto.newBuilder()
                .mergeFrom(node.extras().bytes())
                .clearName()
                .clearDomain()
                .build();
    }

    /// What the file says of a node in words (`NodeProto.doc_string`); empty if it says nothing.
    public static String documentation(Node node) {
        if (node.extras().isEmpty() || node.domain().equals(ModelFormat.TFLITE_DOMAIN)) {
            return "";
        }
        try {
            return NodeProto.parseFrom(node.extras().bytes()).getDocString();
        } catch (InvalidProtocolBufferException _) {
            return ""; // what another format says of its nodes
        }
    }

    /// The pairs of a node, in the order of the file; none for a node that no ONNX file holds.
    public static SequencedMap<String, String> of(Node node) {
        if (node.extras().isEmpty() || node.domain().equals(ModelFormat.TFLITE_DOMAIN)) {
            return NONE;
        }
        try {
            var result = new LinkedHashMap<String, String>();
            for (var entry : NodeProto.parseFrom(node.extras().bytes()).getMetadataPropsList()) {
                result.put(entry.getKey(), entry.getValue());
            }
            return Collections.unmodifiableSequencedMap(result);
        } catch (InvalidProtocolBufferException _) {
            return NONE; // what another format says of its nodes
        }
    }
}
