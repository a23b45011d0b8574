package dev.lathe.model.onnx;

import dev.lathe.model.onnx.proto.StringStringEntryProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The free key-value pairs of a model, as a map and as the file's own entries.
///
/// Where the map does not say all that the entries do (one key twice, fields that are not known
/// here), the entries are kept beside it, and those that the map still agrees with are written as
/// they were.
final class MetadataEntries {
    private MetadataEntries() {}

    /// The values by key; of entries for one key the last.
    static SequencedMap<String, String> decode(List<StringStringEntryProto> entries) {
        var metadata = new LinkedHashMap<String, String>();
        entries.forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        return metadata;
    }

    /// Whether the map alone is enough to write the entries as they are.
    static boolean isPlain(List<StringStringEntryProto> entries) {
        return encode(decode(entries), List.of()).equals(entries);
    }

    /// The entries for a map, made of those that were kept.
    static List<StringStringEntryProto> encode(
            Map<String, String> metadata, List<StringStringEntryProto> kept) {
        var before = decode(kept);
        var left = new LinkedHashMap<>(metadata);
        var result = new ArrayList<StringStringEntryProto>();
        for (StringStringEntryProto entry : kept) {
            var value = metadata.get(entry.getKey());
            if (value != null) {
                boolean same = value.equals(before.get(entry.getKey()));
                result.add(same ? entry : entry.toBuilder().setValue(value).build());
                left.remove(entry.getKey());
            }
        }
        left.forEach((key, value) ->
                result.add(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value).build()));
        return result;
    }
}
