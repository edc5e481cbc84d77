"""The hall: releases of packs, inserted once and pinned by the rooms that refer to them."""
