"""Makes the tiny networks of the tests (Debian's python3-torch 1.13; no other package).

All draw the same thing in another dress: sketch = 1 - 4 * relu(blurred grey - grey), which darkens
what is darker than its surroundings. Layout, channels and ranges differ.
"""
import torch
from torch import nn


class Sketcher(nn.Module):
    def __init__(self, nhwc=False, grey=False, low=0.0, high=1.0, out_low=0.0, out_high=1.0,
                 channels_out=1):
        super().__init__()
        self.nhwc, self.low, self.high = nhwc, low, high
        self.out_low, self.out_high, self.channels_out = out_low, out_high, channels_out
        weights = torch.tensor([1.0] if grey else [0.299, 0.587, 0.114])
        self.grey = nn.Parameter(weights.view(1, -1, 1, 1))
        self.blur = nn.Parameter(torch.full((1, 1, 9, 9), 1 / 81))

    def forward(self, photo):
        if self.nhwc:
            photo = photo.permute(0, 3, 1, 2)
        x = nn.functional.conv2d((photo - self.low) / (self.high - self.low), self.grey)
        around = nn.functional.conv2d(nn.functional.pad(x, (4, 4, 4, 4), mode="replicate"), self.blur)
        sketch = (1 - 4 * torch.relu(around - x)).clamp(0, 1)
        sketch = self.out_low + (self.out_high - self.out_low) * sketch
        if self.channels_out == 3:
            sketch = sketch.repeat(1, 3, 1, 1)
        return sketch.permute(0, 2, 3, 1) if self.nhwc else sketch


class Twice(nn.Module):
    """Half as large and back, like an encoder and a decoder: sides must be even for the sum."""

    def __init__(self):
        super().__init__()
        self.inner = Sketcher()

    def forward(self, photo):
        small = nn.functional.avg_pool2d(photo, 2)
        return self.inner(photo * 0.9 + 0.1 * nn.functional.interpolate(small, scale_factor=2.0, mode="nearest"))


def export(name, shape, dynamic=None, **kind):
    opset = kind.pop("opset", 13)
    network = kind.pop("network", None) or Sketcher(**kind)
    torch.onnx.export(network.eval(), torch.rand(shape), name + ".onnx", opset_version=opset,
                      input_names=["photo"], output_names=["sketch"],
                      dynamic_axes={"photo": dynamic, "sketch": dynamic} if dynamic else None)


SIDES = {0: "batch", 2: "height", 3: "width"}
export("nchw-unit-rgb", (1, 3, 32, 32), SIDES)
export("nchw-signed-rgb", (1, 3, 32, 32), SIDES, low=-1.0, out_low=-1.0, channels_out=3)
export("nhwc-bytes-rgb", (1, 32, 32, 3), {0: "batch", 1: "height", 2: "width"}, nhwc=True, high=255.0, out_high=255.0)
export("nchw-grey-inverted", (1, 1, 32, 32), SIDES, grey=True, out_low=1.0, out_high=0.0)
export("fixed-48x40", (1, 3, 40, 48))
export("even-sides", (1, 3, 32, 32), SIDES, network=Twice())


class UNet(nn.Module):
    """A pix2pix generator as people train it: strided convolutions, batch norms, skips, resizing."""

    def __init__(self, base=4):
        super().__init__()
        self.a = nn.Sequential(nn.Conv2d(3, base, 4, 2, 1), nn.LeakyReLU(0.2))
        self.b = nn.Sequential(nn.Conv2d(base, 2 * base, 4, 2, 1), nn.BatchNorm2d(2 * base), nn.LeakyReLU(0.2))
        self.c = nn.Sequential(nn.Conv2d(2 * base, 4 * base, 4, 2, 1), nn.LeakyReLU(0.2))
        self.d = nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(4 * base, 2 * base, 3, padding=1),
                               nn.BatchNorm2d(2 * base), nn.Dropout(0.5), nn.ReLU())
        self.e = nn.Sequential(nn.ConvTranspose2d(4 * base, base, 4, 2, 1), nn.BatchNorm2d(base), nn.ReLU())
        self.f = nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(2 * base, 1, 3, padding=1))

    def forward(self, photo):
        a = self.a(photo * 2 - 1)
        b = self.b(a)
        d = torch.cat([self.d(self.c(b)), b], 1)
        return torch.sigmoid(2 * self.f(torch.cat([self.e(d), a], 1)))


class Everything(nn.Module):
    """One of each operator that gradients go back through."""

    def __init__(self):
        super().__init__()
        self.a = nn.Sequential(nn.ReflectionPad2d(2), nn.Conv2d(3, 8, 3, padding=1, dilation=2), nn.InstanceNorm2d(8, affine=True),
                               nn.SiLU(), nn.Conv2d(8, 8, 3, padding=1, groups=4), nn.PReLU(8), nn.GroupNorm(2, 8))
        self.b = nn.Sequential(nn.Conv2d(8, 8, 3, 2, 1), nn.ELU(), nn.ConvTranspose2d(8, 8, 3, 2, 1, output_padding=1, groups=2))
        self.gate = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(8, 8, 1), nn.Hardsigmoid())
        self.linear, self.norm = nn.Linear(8, 8), nn.LayerNorm(8)
        self.c, self.d = nn.Conv2d(8, 16, 1), nn.Conv2d(4, 2, 3, padding=1)

    def forward(self, photo):
        mean, spread = (torch.tensor(v).view(1, 3, 1, 1) for v in ([.485, .456, .406], [.229, .224, .225]))
        x = self.a((photo - mean) / spread)
        pooled = nn.functional.max_pool2d(x, 3, 2, 1)
        x = self.b(x) + nn.functional.interpolate(pooled, scale_factor=2.0, mode="bilinear", align_corners=False)
        x = x * self.gate(x)
        x = self.norm(self.linear(x.permute(0, 2, 3, 1))).permute(0, 3, 1, 2)
        x = nn.functional.gelu(self.c(nn.functional.avg_pool2d(x, 2)))
        left, right = self.d(nn.functional.pixel_shuffle(x, 2)).chunk(2, 1)
        x = left * torch.tanh(right) - nn.functional.softplus(left).sqrt()
        return torch.sigmoid(x[:, :, 1:-1, 1:-1])


class Attention(nn.Module):
    """Every place looks at every other one."""

    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Conv2d(3, 8, 4, 4), nn.Conv2d(8, 1, 3, padding=1)

    def forward(self, photo):
        x = self.a(photo)
        places = x.flatten(2)
        x = (places @ torch.softmax(places.transpose(1, 2) @ places, -1)).view(x.shape)
        return torch.sigmoid(nn.functional.interpolate(self.b(x), scale_factor=4, mode="bicubic"))


def trained(network):
    """Statistics as a training leaves them, by chance."""
    for part in network.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.running_mean.normal_(0, .3)
            part.running_var.uniform_(.3, 2)
            part.weight.data.uniform_(.5, 1.5)
            part.bias.data.normal_(0, .3)
    return network


torch.manual_seed(1)
export("unet-48x40", (1, 3, 40, 48), network=trained(UNet()))
export("unet", (1, 3, 40, 48), SIDES, network=trained(UNet()))
export("everything", (1, 3, 40, 48), network=Everything())
export("attention", (1, 3, 40, 48), network=Attention())
export("everything-17", (1, 3, 40, 48), network=Everything(), opset=17)  # LayerNormalization in one


# An ONNX file by hand whose weights lie in /etc/passwd.
def varint(n):
    out = b""
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def field(number, payload):
    if isinstance(payload, int):
        return varint(number << 3) + varint(payload)
    if isinstance(payload, str):
        payload = payload.encode()
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def entry(key, value):
    return field(13, field(1, key) + field(2, value))


def value_info(name, dims):
    shape = b"".join(field(1, field(1, d)) for d in dims)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)))


weights = (b"".join(field(1, d) for d in (1, 3, 1, 1)) + field(2, 1) + field(8, "w")
           + entry("location", "../../../../../../etc/passwd") + entry("offset", "0") + entry("length", "12")
           + field(14, 1))
node = field(1, "photo") + field(1, "w") + field(2, "sketch") + field(4, "Conv")
graph = (field(1, node) + field(2, "g") + field(5, weights) + field(11, value_info("photo", (1, 3, 8, 8)))
         + field(12, value_info("sketch", (1, 1, 8, 8))))
open("external-etc.onnx", "wb").write(field(1, 8) + field(2, "hand") + field(7, graph) + field(8, field(1, "") + field(2, 13)))


# A loop that goes round 2^40 times.
def value(name, kind, dims=()):
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, b"".join(field(1, field(1, d)) for d in dims))))


body = (field(1, field(1, "c") + field(2, "c2") + field(4, "Identity")) + field(1, field(1, "x") + field(2, "x2") + field(4, "Sqrt"))
        + field(2, "body") + field(11, value("i", 7)) + field(11, value("c", 9)) + field(11, value("x", 1, (1, 1, 16, 16)))
        + field(12, value("c2", 9)) + field(12, value("x2", 1, (1, 1, 16, 16))))
loop = (field(1, "m") + field(1, "t") + field(1, "photo") + field(2, "sketch") + field(4, "Loop")
        + field(5, field(1, "body") + field(6, body) + field(20, 5)))
graph = (field(1, loop) + field(2, "g") + field(5, field(2, 7) + field(8, "m") + field(7, varint(2 ** 40)))
         + field(5, field(2, 9) + field(8, "t") + field(5, varint(1)))
         + field(11, value("photo", 1, (1, 1, 16, 16))) + field(12, value("sketch", 1, (1, 1, 16, 16))))
open("endless.onnx", "wb").write(field(1, 8) + field(2, "hand") + field(7, graph) + field(8, field(1, "") + field(2, 13)))


# A photo three thousand times as wide and as high: 83 GB.
tile = field(1, "photo") + field(1, "r") + field(2, "sketch") + field(4, "Tile")
graph = (field(1, tile) + field(2, "g") + field(5, field(1, 4) + field(2, 7) + field(8, "r") + field(7, varint(1) * 2 + varint(3000) * 2))
         + field(11, value("photo", 1, (1, 1, 48, 48))) + field(12, value("sketch", 1, (1, 1, 144000, 144000))))
open("greedy.onnx", "wb").write(field(1, 8) + field(2, "hand") + field(7, graph) + field(8, field(1, "") + field(2, 13)))
