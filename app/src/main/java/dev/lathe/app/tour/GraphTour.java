package dev.lathe.app.tour;

import dev.lathe.app.window.LatheWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Shows graphs of real models, those that are in a folder: small and large ones, branches, what
/// was folded and opened.
final class GraphTour {
    private final LatheWindow window;
    private final Guide guide;
    private final Photographer photos;
    private final Consumer<String> narrator;
    private final Path models;

    GraphTour(
            LatheWindow window,
            Guide guide,
            Photographer photos,
            Consumer<String> narrator,
            Path models) {
        this.window = window;
        this.guide = guide;
        this.photos = photos;
        this.narrator = narrator;
        this.models = models;
    }

    void run() throws TourException, IOException, InterruptedException {
        guide.click("area-graph");
        guide.choose("overlay-choice", "overlay-kinds");
        if (open("mobilenet/mobilenetv2-12-fp32-from-int8.onnx")) {
            photos.glance("mobilenetv2");
            compare("mobilenet/mobilenetv2-12-int8-qoperator.onnx");
        }
        if (open("qdq/qdq_with_multi_consumer_dq_nodes.onnx")) {
            photos.glance("quantizers-folded");
            toggle("graph-quantizers");
            photos.glance("quantizers-drawn");
            toggle("graph-quantizers");
        }
        if (open("yolox/yolox_nano.onnx")) {
            photos.glance("yolox");
            guide.choose("overlay-choice", "overlay-macs");
            finish();
            photos.glance("yolox-macs");
            guide.choose("overlay-choice", "overlay-kinds");
            toggle("graph-right");
            photos.glance("yolox-right");
            toggle("graph-right");
        }
        if (open("silero-vad/silero_vad.onnx")) {
            toggle("graph-fit");
            photos.glance("silero-vad-branches");
        }
        if (open("transformer/gpt2_past.onnx")) {
            photos.glance("gpt2");
        }
        if (open("topology/llm32.onnx")) {
            photos.glance("llm32");
            toggle("graph-open-all");
            select("/model/layers.0/self_attn/Softmax");
            photos.glance("llm32-open");
            toggle("graph-fit");
            photos.glance("llm32-all");
        }
    }

    private boolean open(String name) throws TourException, InterruptedException {
        var file = models.resolve(name);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        narrator.accept("showing " + file.getFileName());
        Guide.onFx(() -> {
            window.workbench().open(file);
            return true;
        });
        finish();
        return true;
    }

    /// Shows what differs from another model, beside each other and merged.
    private void compare(String name) throws TourException, IOException, InterruptedException {
        var file = models.resolve(name);
        if (!Files.isRegularFile(file)) {
            return;
        }
        narrator.accept("comparing with " + file.getFileName());
        Guide.onFx(() -> {
            window.diff().compareWithFile(0, file);
            return true;
        });
        guide.finishJobs("the comparison");
        guide.waitUntil("the pictures", window.diffView()::isPainted);
        photos.glance("difference");
        guide.click("diff-mode-merged");
        guide.finishJobs("the merged picture");
        guide.waitUntil("the merged picture", window.diffView()::isPainted);
        photos.glance("difference-merged");
        guide.click("diff-close");
    }

    private void select(String layer) throws TourException, InterruptedException {
        Guide.onFx(() -> window.workbench().selectedLayers().add(layer));
        finish();
    }

    private void toggle(String id) throws TourException, InterruptedException {
        guide.click(id);
        finish();
    }

    private void finish() throws TourException, InterruptedException {
        guide.finishJobs("the graph");
        guide.waitUntil("the graph to be painted", window.graphView()::isPainted);
    }
}
