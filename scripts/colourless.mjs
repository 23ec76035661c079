// Stands in for d3-color, 10 KB that D3's transitions bring along to blend colours: nothing here blends any.

export function color() {
  return null;
}

export const [rgb, hsl, lab, hcl, cubehelix] = Array(5).fill(color);
