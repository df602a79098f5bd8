"""The same networks in PyTorch; prints the milliseconds of each run by the clock and by the calling thread's processor time.

Arguments: fcn, unet, cgan, pix2pix (the same with transposed convolutions, as published) or mdal; step or forward; width, batch,
side, runs, threads.
"""
import sys
import time

import torch
from torch import nn

kind, work = sys.argv[1:3]
width, batch, side, runs, threads = map(int, sys.argv[3:8])
torch.set_num_threads(threads)
torch.manual_seed(1)


def fcn():
    layers, inputs = [], 3
    for size in (5, 3, 3, 3, 3):
        layers += [nn.Conv2d(inputs, width, size, padding=size // 2), nn.ReLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Conv2d(inputs, 1, 3, padding=1), nn.Sigmoid())


class UNet(nn.Module):
    def __init__(self, levels, inputs=3, outputs=1, transposed=False):
        super().__init__()
        ends = outputs
        widths = [min(width << level, 8 * width) for level in range(levels)]
        self.down, self.up = nn.ModuleList(), nn.ModuleList()
        for level, outputs in enumerate(widths):
            norm = 0 < level < levels - 1
            block = [nn.Conv2d(inputs, outputs, 4, 2, 1, bias=not norm)]
            block += [nn.BatchNorm2d(outputs)] if norm else []
            self.down.append(nn.Sequential(*block, nn.LeakyReLU(0.2)))
            inputs = outputs
        for level in range(levels - 1, -1, -1):
            last = level == 0
            outputs = ends if last else widths[level - 1]
            block = [nn.Upsample(scale_factor=2), nn.Conv2d(inputs, outputs, 3, padding=1, bias=last)]
            if transposed:
                block = [nn.ConvTranspose2d(inputs, outputs, 4, 2, 1, bias=last)]
            block += [nn.Tanh()] if last else [nn.BatchNorm2d(outputs), nn.ReLU()]
            if not last and levels - level <= min(3, levels - 3):
                block.append(nn.Dropout(0.5))
            self.up.append(nn.Sequential(*block))
            inputs = 2 * outputs

    def forward(self, x):
        skips = []
        for block in self.down:
            x = block(x)
            skips.append(x)
        for i, block in enumerate(self.up):
            x = block(x)
            if i < len(self.up) - 1:
                x = torch.cat([x, skips[-2 - i]], 1)
        return x


def judge(planes=4):
    def block(inputs, outputs, stride):
        return [nn.Conv2d(inputs, outputs, 4, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]

    return nn.Sequential(
        nn.Conv2d(planes, width, 4, 2, 1), nn.LeakyReLU(0.2),
        *block(width, 2 * width, 2), *block(2 * width, 4 * width, 2), *block(4 * width, 8 * width, 1),
        nn.Conv2d(8 * width, 1, 4, 1, 1))


def normed(convolution, *more):
    return [convolution, nn.BatchNorm2d(convolution.out_channels), *more]


class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()

        def convolution():
            return nn.Conv2d(channels, channels, 3, padding=1, padding_mode="reflect", bias=False)

        self.residual = nn.Sequential(*normed(convolution(), nn.ReLU(), nn.Dropout(0.5)), *normed(convolution()))

    def forward(self, x):
        return x + self.residual(x)


def encoder(planes):
    def wide(inputs, outputs, bias):
        return nn.Conv2d(inputs, outputs, 7, padding=3, padding_mode="reflect", bias=bias)

    def down(inputs):
        return nn.Conv2d(inputs, 2 * inputs, 3, 2, 1, bias=False)

    def up(inputs):
        return nn.ConvTranspose2d(inputs, inputs // 2, 3, 2, 1, 1, bias=False)

    return nn.Sequential(
        *normed(wide(planes, width, False), nn.ReLU()), *normed(down(width), nn.ReLU()), *normed(down(2 * width), nn.ReLU()),
        *(Block(4 * width) for _ in range(6)),
        *normed(up(4 * width), nn.ReLU()), *normed(up(2 * width), nn.ReLU()), wide(width, 3, True), nn.Tanh())


x, y = torch.rand(batch, 3, side, side), torch.rand(batch, 1, side, side)
levels = side.bit_length() - 1
l1, bce = nn.L1Loss(), nn.BCEWithLogitsLoss()


def gan_adam(net):
    return torch.optim.Adam(net.parameters(), 2e-4, betas=(0.5, 0.999))


def true(logits):
    return bce(logits, torch.ones_like(logits))


def fake(logits):
    return bce(logits, torch.zeros_like(logits))


if kind in ("fcn", "unet"):
    net = fcn() if kind == "fcn" else UNet(levels)
    adam = torch.optim.Adam(net.parameters(), 1e-3)

    def step():
        adam.zero_grad()
        l1(net(x), y).backward()
        adam.step()
elif kind == "mdal":
    encoders = encoder(3), encoder(1)
    decoders = UNet(levels, 3, 3), UNet(levels, 3, 1)
    judges = judge(3), judge(1), judge(3)
    net = nn.Sequential(encoders[0], decoders[1])
    adams = {part: gan_adam(part) for part in (*encoders, *decoders, *judges)}

    def encode():
        return encoders[0](x), encoders[1](y)

    def update(loss, *parts):
        for part in parts:
            adams[part].zero_grad()
        loss.backward()
        for part in parts:
            adams[part].step()

    def learn(judging, real, *fakes):
        judging.requires_grad_(True)
        update(true(judging(real)) + sum(fake(judging(image.detach())) for image in fakes), judging)
        judging.requires_grad_(False)

    def miss(judging, made, truth):
        return true(judging(made)) + 100 * l1(made, truth)

    def step():
        latents = encode()
        sketches = [decoders[1](latent) for latent in latents]
        with torch.no_grad():
            photos = [decoders[0](latent) for latent in latents]
        learn(judges[1], y, *sketches)
        learn(judges[0], x, *photos)
        update(sum(miss(judges[1], sketch, y) for sketch in sketches), *encoders, decoders[1])
        update(sum(miss(judges[0], decoders[0](latent), x) for latent in encode()), *encoders, decoders[0])
        latents = encode()
        learn(judges[2], latents[1], latents[0])
        update(miss(judges[2], latents[0], latents[1].detach()), encoders[0])
else:
    net, d = UNet(levels, transposed=kind == "pix2pix"), judge()
    g_adam, d_adam = gan_adam(net), gan_adam(d)

    def step():
        drawn = net(x)
        d_adam.zero_grad()
        (0.5 * (true(d(torch.cat([x, y], 1))) + fake(d(torch.cat([x, drawn.detach()], 1))))).backward()
        d_adam.step()
        g_adam.zero_grad()
        (true(d(torch.cat([x, drawn], 1))) + 100 * l1(drawn, y)).backward()
        g_adam.step()


def forward():
    with torch.no_grad():
        net(x)


if work == "forward":
    net.eval()
run = step if work == "step" else forward
for _ in range(runs):
    clock, processor = time.perf_counter(), time.thread_time()
    run()
    print((time.perf_counter() - clock) * 1e3, (time.thread_time() - processor) * 1e3)
