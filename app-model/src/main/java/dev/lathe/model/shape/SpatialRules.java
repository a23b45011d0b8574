package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// Operators that rearrange or sample the space of images.
final class SpatialRules {

    private SpatialRules() {}

    static void register(RuleBook book) {
        book.standard(SpatialRules::depthToSpace, "DepthToSpace");
        book.standard(SpatialRules::spaceToDepth, "SpaceToDepth");
        book.standard(SpatialRules::sampled, "GridSample");
        book.standard(SpatialRules::affine, "AffineGrid");
        book.standard(SpatialRules::columns, "Col2Im");
        book.standard(SpatialRules::crop, "Crop");
        book.microsoft(SpatialRules::sampled, "GridSample");
    }

    private static Dimension block(Call call) throws NotInferableException {
        long size = call.node().intAttribute("blocksize", 0);
        if (size < 1) {
            throw new NotInferableException();
        }
        return Dimension.of(size);
    }

    private static void depthToSpace(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 4);
        var block = block(call);
        call.give(
                0,
                call.element(0),
                new Shape(
                        List.of(
                                x.get(0),
                                DimensionMath.quotient(List.of(x.get(1)), List.of(block, block)),
                                DimensionMath.multiply(x.get(2), block),
                                DimensionMath.multiply(x.get(3), block))));
    }

    private static void spaceToDepth(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 4);
        var block = block(call);
        call.give(
                0,
                call.element(0),
                new Shape(
                        List.of(
                                x.get(0),
                                DimensionMath.product(List.of(x.get(1), block, block)),
                                DimensionMath.divide(x.get(2), block),
                                DimensionMath.divide(x.get(3), block))));
    }

    /// `X (N×C×D1…)`, `grid (N×out1×…×outr×r)` to `N×C×out1…`.
    private static void sampled(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0);
        var grid = call.shape(1);
        var result = new ArrayList<>(List.of(x.get(0), x.get(1)));
        result.addAll(grid.dimensions().subList(1, grid.rank() - 1));
        call.give(0, call.element(0), new Shape(result));
    }

    /// `size = (N, C, D1…)` to `N×D1…×r`.
    private static void affine(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var sizes = call.content(1).dimensions();
        var result = new ArrayList<Dimension>();
        result.add(sizes.get(0));
        result.addAll(sizes.subList(2, sizes.size()));
        result.add(Dimension.of(sizes.size() - 2));
        call.give(0, call.element(0), new Shape(result));
    }

    /// `X (N×C·block×L)` to `N×C×image`.
    private static void columns(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 3);
        var rank = call.shape(1, 1).size(0).orElseThrow(NotInferableException::new);
        var image =
                call.findContent(1).isPresent()
                        ? call.content(1).dimensions()
                        : Ranks.unknown(rank).dimensions();
        var block = call.findContent(2).map(Content::dimensions);
        var result = new ArrayList<Dimension>();
        result.add(x.get(0));
        result.add(
                block.map(sizes -> DimensionMath.quotient(List.of(x.get(1)), sizes))
                        .orElse(Dimension.UNKNOWN));
        result.addAll(image);
        call.give(0, call.element(0), new Shape(result));
    }

    /// An operator of old exporters: cuts left, top, right, bottom, or to a size.
    private static void crop(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 4);
        var border = call.node().intsAttribute("border").orElseThrow(NotInferableException::new);
        var scale = call.node().intsAttribute("scale");
        if (scale.isPresent()) {
            call.give(
                    0,
                    call.element(0),
                    x.with(2, Dimension.of(scale.get().get(0)))
                            .with(3, Dimension.of(scale.get().get(1))));
            return;
        }
        call.give(
                0,
                call.element(0),
                x.with(2, DimensionMath.add(x.get(2), -border.get(1) - border.get(3)))
                        .with(3, DimensionMath.add(x.get(3), -border.get(0) - border.get(2))));
    }
}
