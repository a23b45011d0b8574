package dev.lathe.model.onnx;

import dev.lathe.model.onnx.proto.OperatorSetIdProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The operator sets that a model or a function imports, as a map and as the file's own entries.
///
/// Where the map does not say all that the entries do (one domain twice, fields that are not known
/// here), the entries are kept beside it, and those that the map still agrees with are written as
/// they were.
final class OpsetImports {
    private OpsetImports() {}

    /// The versions by domain; of entries for one domain the last.
    static SequencedMap<String, Long> decode(List<OperatorSetIdProto> entries) {
        var opsets = new LinkedHashMap<String, Long>();
        entries.forEach(entry -> opsets.put(entry.getDomain(), entry.getVersion()));
        return opsets;
    }

    /// Whether the map alone is enough to write the entries as they are.
    static boolean isPlain(List<OperatorSetIdProto> entries) {
        return encode(decode(entries), List.of()).equals(entries);
    }

    /// The entries for a map, made of those that were kept.
    static List<OperatorSetIdProto> encode(
            Map<String, Long> opsets, List<OperatorSetIdProto> kept) {
        var before = decode(kept);
        var left = new LinkedHashMap<>(opsets);
        var result = new ArrayList<OperatorSetIdProto>();
        for (OperatorSetIdProto entry : kept) {
            var version = opsets.get(entry.getDomain());
            if (version != null) {
                boolean same = version.equals(before.get(entry.getDomain()));
                result.add(same ? entry : entry.toBuilder().setVersion(version).build());
                left.remove(entry.getDomain());
            }
        }
        left.forEach((domain, version) ->
                result.add(
                        OperatorSetIdProto.newBuilder()
                                .setDomain(domain)
                                .setVersion(version)
                                .build()));
        return result;
    }
}
