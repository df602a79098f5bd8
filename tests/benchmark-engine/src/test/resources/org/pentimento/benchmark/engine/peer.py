"""The same networks in PyTorch; prints the milliseconds of each run by the clock and by the calling thread's processor time.

Arguments: fcn, unet or cgan; step or forward; width, batch, side, runs, threads.
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
    def __init__(self, levels):
        super().__init__()
        widths = [min(width << level, 8 * width) for level in range(levels)]
        self.down, self.up = nn.ModuleList(), nn.ModuleList()
        inputs = 3
        for level, outputs in enumerate(widths):
            norm = 0 < level < levels - 1
            block = [nn.Conv2d(inputs, outputs, 4, 2, 1, bias=not norm)]
            block += [nn.BatchNorm2d(outputs)] if norm else []
            self.down.append(nn.Sequential(*block, nn.LeakyReLU(0.2)))
            inputs = outputs
        for level in range(levels - 1, -1, -1):
            last = level == 0
            outputs = 1 if last else widths[level - 1]
            block = [nn.Upsample(scale_factor=2), nn.Conv2d(inputs, outputs, 3, padding=1, bias=last)]
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


def judge():
    def block(inputs, outputs, stride):
        return [nn.Conv2d(inputs, outputs, 4, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]

    return nn.Sequential(
        nn.Conv2d(4, width, 4, 2, 1), nn.LeakyReLU(0.2),
        *block(width, 2 * width, 2), *block(2 * width, 4 * width, 2), *block(4 * width, 8 * width, 1),
        nn.Conv2d(8 * width, 1, 4, 1, 1))


x, y = torch.rand(batch, 3, side, side), torch.rand(batch, 1, side, side)
l1 = nn.L1Loss()
if kind != "cgan":
    net = fcn() if kind == "fcn" else UNet(side.bit_length() - 1)
    adam = torch.optim.Adam(net.parameters(), 1e-3)

    def step():
        adam.zero_grad()
        l1(net(x), y).backward()
        adam.step()
else:
    g, d = UNet(side.bit_length() - 1), judge()
    g_adam = torch.optim.Adam(g.parameters(), 2e-4, betas=(0.5, 0.999))
    d_adam = torch.optim.Adam(d.parameters(), 2e-4, betas=(0.5, 0.999))
    bce = nn.BCEWithLogitsLoss()

    def step():
        drawn = g(x)
        d_adam.zero_grad()
        real, fake = d(torch.cat([x, y], 1)), d(torch.cat([x, drawn.detach()], 1))
        (0.5 * (bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake)))).backward()
        d_adam.step()
        g_adam.zero_grad()
        fooled = d(torch.cat([x, drawn], 1))
        (bce(fooled, torch.ones_like(fooled)) + 100 * l1(drawn, y)).backward()
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
