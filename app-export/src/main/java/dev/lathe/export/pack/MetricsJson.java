package dev.lathe.export.pack;

import dev.lathe.export.pack.VersionMetrics.DeviceMetrics;
import dev.lathe.export.pack.VersionMetrics.Latency;
import dev.lathe.export.pack.VersionMetrics.Memory;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// What was measured, version by version and device by device. What was not measured, and what is
/// not a finite number, is absent.
final class MetricsJson {

    private MetricsJson() {}

    static ObjectNode write(List<VersionMetrics> versions) {
        var json = PackageJson.object();
        var list = json.putArray("versions");
        versions.forEach(version -> write(version, list.addObject()));
        return json;
    }

    private static void write(VersionMetrics version, ObjectNode json) {
        json.put("version", version.version());
        put(json, "fileBytes", version.fileBytes());
        version.accuracy()
                .ifPresent(accuracy -> {
                    var object = json.putObject("accuracy");
                    object.put("samples", accuracy.samples());
                    put(object, "top1", accuracy.top1());
                    put(object, "top5", accuracy.top5());
                });
        version.agreement()
                .ifPresent(agreement -> {
                    var object = json.putObject("agreementWithOriginal");
                    object.put("samples", agreement.samples());
                    put(object, "sqnrDb", agreement.sqnrDb());
                    put(object, "cosine", agreement.cosine());
                    put(object, "top1Agreement", agreement.top1Agreement());
                });
        var devices = json.putArray("devices");
        version.devices().forEach(device -> write(device, devices.addObject()));
    }

    private static void write(DeviceMetrics device, ObjectNode json) {
        json.put("device", device.device());
        write(device.latency(), json.putObject("latency"));
        put(json, "loadMs", device.loadMs());
        put(json, "firstMs", device.firstMs());
        write(device.memory(), json.putObject("memory"));
        json.put("valid", device.valid());
        device.reasons().forEach(json.putArray("reasons")::add);
        device.environment().forEach(json.putObject("environment")::put);
    }

    private static void write(Latency latency, ObjectNode json) {
        json.put("n", latency.n());
        put(json, "minMs", latency.minMs());
        put(json, "medianMs", latency.medianMs());
        put(json, "meanMs", latency.meanMs());
        put(json, "p90Ms", latency.p90Ms());
        put(json, "p95Ms", latency.p95Ms());
        put(json, "p99Ms", latency.p99Ms());
        put(json, "stdMs", latency.stdMs());
        put(json, "cv", latency.cv());
    }

    private static void write(Memory memory, ObjectNode json) {
        put(json, "weightBytes", memory.weightBytes());
        put(json, "activationPeakBytes", memory.activationPeakBytes());
        put(json, "arenaBytes", memory.arenaBytes());
        put(json, "processPeakBytes", memory.processPeakBytes());
    }

    private static void put(ObjectNode json, String field, double number) {
        if (Double.isFinite(number)) {
            json.put(field, number);
        }
    }

    private static void put(ObjectNode json, String field, OptionalDouble number) {
        number.ifPresent(present -> put(json, field, present));
    }

    private static void put(ObjectNode json, String field, OptionalLong number) {
        number.ifPresent(present -> json.put(field, present));
    }
}
