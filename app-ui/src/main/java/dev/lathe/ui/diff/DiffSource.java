package dev.lathe.ui.diff;

import dev.lathe.model.diff.MergedModel.Typed;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.session.Engine;
import dev.lathe.ui.session.Version;
import java.io.IOException;
import java.nio.file.Path;

/// A model that can be compared: a version of the open model, or a file.
public sealed interface DiffSource {

    /// What people call it.
    String name();

    /// The model. Blocks.
    Typed load(Engine engine) throws ModelFormatException, IOException, InterruptedException;

    /// A version of the open model.
    record OfVersion(String name, int step, ModelGraph model, InferredTypes types)
            implements DiffSource {

        public OfVersion(String name, Version version) {
            this(name, version.step(), version.model(), version.types());
        }

        /// Whether this is just the given model, not one that is equal to it.
        @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
        boolean isOf(ModelGraph other) {
            return model == other;
        }

        @Override
        public Typed load(Engine engine) {
            return new Typed(model, types);
        }
    }

    /// A model file.
    record OfFile(Path file) implements DiffSource {

        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public Typed load(Engine engine)
                throws ModelFormatException, IOException, InterruptedException {
            var model = engine.read(file);
            return new Typed(model, engine.analyse(model).types());
        }
    }
}
