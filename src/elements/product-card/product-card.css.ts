import { css } from '../css.js';

/** Products and why they fit. */
export const productCardCss = css`
  .turn.wide {
    display: grid;
    gap: 12px;
    margin-block-end: 20px;
  }
  .wide > .quiet {
    justify-self: start;
    margin-block: -8px -16px;
  }
  .product {
    overflow: hidden;
    padding: 0;
    gap: 0;
  }
  .product img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    background: var(--_hover);
  }
  .product .body {
    display: grid;
    gap: 4px;
    padding: 16px;
  }
  .product .price {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .because {
    margin-block-start: 8px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_ring);
    font-size: 0.8667em;
    line-height: 1.385;
  }
  .details {
    justify-self: start;
    margin-block: 0 -10px;
  }
  .details .icon {
    inline-size: 16px;
    margin-inline-start: -5px;
  }
  @media (max-width: 480px) {
    .product.pictured {
      grid-template-columns: 72px 1fr;
      padding-inline-start: 16px;
    }
    .product img {
      inline-size: 72px;
      block-size: 72px;
      margin-block-start: 16px;
      border-radius: 10px;
      aspect-ratio: 1;
    }
  }
`;
