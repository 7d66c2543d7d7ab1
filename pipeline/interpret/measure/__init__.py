"""What a figure measures: the noun or verb that governs it, the indicator that this names, and what narrows it."""
